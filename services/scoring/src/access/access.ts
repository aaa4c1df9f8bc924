import { type Action, actorOf, isWithin, may, memberId, ok, type Resource, type Result, type Role, refuse } from '@jifen/domain';
import type { Caller } from '@jifen/service-kit';

/** `not-found` also hides what lies outside the caller's scope. */
export type AccessRefusal = { code: 'not-found' } | { code: 'forbidden'; action: Action };

export type Asked = { caller: Caller; action: Action; organisation: string; member?: string | undefined; at: number };

export function permitted({ caller, action, organisation, member, at }: Asked): Result<true, AccessRefusal> {
  const resource: Resource = { organisation, ...(member === undefined ? {} : { memberId: memberId(member) }) };
  const permission = may(actorOf(caller), action, resource, at);
  if (permission === 'allowed') return ok(true);
  return refuse(permission === 'invisible' ? { code: 'not-found' } : { code: 'forbidden', action });
}

/** The roles that a caller holds now for an organisation, by a post there or above. */
export function rolesWithin(caller: Caller, organisation: string, at: number): Role[] {
  const actor = actorOf(caller);
  if ('service' in actor) return [];
  return actor.grants.filter((grant) => at < grant.until && isWithin(organisation, grant.organisation)).map(({ role }) => role);
}

/** The organisations for which a caller holds a post now; the scope of every list is taken from here, never from the request. */
export function organisationsOf(caller: Caller, now: number, roles: readonly string[]): string[] {
  const held = caller.grants.filter(({ role, until }) => roles.includes(role) && now < (until ?? Number.MAX_SAFE_INTEGER));
  return [...new Set(held.map(({ organisation }) => organisation))];
}
