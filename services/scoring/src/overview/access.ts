import {
  type Action,
  type Actor,
  type Grant,
  isWithin,
  may,
  memberId,
  ok,
  personId,
  type Resource,
  type Result,
  type Role,
  refuse,
} from '@jifen/domain';
import type { Caller } from '@jifen/service-kit';

/** `not-found` also hides what lies outside the caller's scope. */
export type AccessRefusal = { code: 'not-found' } | { code: 'forbidden'; action: Action };

const neverEnds = Number.MAX_SAFE_INTEGER;

const grantOf = ({ role, organisation, until = neverEnds }: Caller['grants'][number]): Grant => ({
  role: role as Role,
  organisation,
  until,
});

export function actorOf(caller: Caller): Actor {
  if (caller.personId === undefined) return { service: caller.service };
  const own = caller.memberId === undefined ? {} : { memberId: memberId(caller.memberId) };
  return { personId: personId(caller.personId), grants: caller.grants.map(grantOf), ...own };
}

export type Asked = { caller: Caller; action: Action; organisation: string; member?: string | undefined; at: number };

export function permitted({ caller, action, organisation, member, at }: Asked): Result<true, AccessRefusal> {
  const resource: Resource = { organisation, ...(member === undefined ? {} : { memberId: memberId(member) }) };
  const permission = may(actorOf(caller), action, resource, at);
  if (permission === 'allowed') return ok(true);
  return refuse(permission === 'invisible' ? { code: 'not-found' } : { code: 'forbidden', action });
}

/** The roles that a caller holds now for an organisation, by a post there or above. */
export function rolesWithin(caller: Caller, organisation: string, at: number): Role[] {
  const held = caller.grants.map(grantOf).filter((grant) => at < grant.until && isWithin(organisation, grant.organisation));
  return held.map((grant) => grant.role);
}
