import type { Instant } from '../calendar/local-date.ts';
import { type MemberId, memberId, type PersonId, personId } from '../ids/ids.ts';
import { type Action, isAction, rolesFor, selfActions, serviceActions, signedInActions } from './actions.ts';
import { type Role, roles } from './roles.ts';

/** A role is held for an organisation, written as a path from the county, and until an instant (exclusive). */
export type Grant = { readonly role: Role; readonly organisation: string; readonly until: Instant };

export type Actor =
  | { readonly personId: PersonId; readonly memberId?: MemberId; readonly grants: readonly Grant[] }
  | { readonly service: string };

export type Resource = {
  /** Path like /county/committee/branch. */
  readonly organisation: string;
  readonly memberId?: MemberId;
  /** Those who entered what is to be decided on now. */
  readonly personIdsWhoEntered?: readonly PersonId[];
};

/** A foreign object is invisible: it is answered as if it did not exist. */
export type Permission = 'allowed' | 'forbidden' | 'invisible';

/** Whether an organisation lies in the subtree of another. */
export function isWithin(organisation: string, subtree: string): boolean {
  return organisation === subtree || organisation.startsWith(subtree.endsWith('/') ? subtree : `${subtree}/`);
}

const actsAgainstOwnEntry = (action: Action) => action === 'filing:receive' || action === 'filing:return';

/** Regulation 3: who may do what to what: by post and subtree, for themselves, and never as the judge of what they entered. */
export function may(actor: Actor, action: Action, resource: Resource, at: Instant): Permission {
  if ('service' in actor) return serviceActions.has(action) ? 'allowed' : 'forbidden';
  if (signedInActions.has(action)) return 'allowed';
  const isOwn = actor.memberId !== undefined && actor.memberId === resource.memberId;
  if (isOwn && selfActions.has(action)) return 'allowed';
  const inScope = actor.grants.filter((grant) => at < grant.until && isWithin(resource.organisation, grant.organisation));
  if (inScope.length === 0) return 'invisible';
  if (!inScope.some((grant) => rolesFor[action].includes(grant.role))) return 'forbidden';
  const entered = resource.personIdsWhoEntered?.includes(actor.personId) ?? false;
  return entered && actsAgainstOwnEntry(action) ? 'forbidden' : 'allowed';
}

/** Whether there is anything at all that somebody may do this to: by a post, as a member or signed in. */
export function mayAnywhere(actor: Actor, action: Action, at: Instant): boolean {
  if ('service' in actor) return false;
  const forThemselves = signedInActions.has(action) || (selfActions.has(action) && actor.memberId !== undefined);
  return forThemselves || actor.grants.some(({ role, until }) => at < until && rolesFor[action].includes(role));
}

/** What a caller token says of who asks. */
export type CallerClaims = {
  readonly service: string;
  readonly personId?: string | undefined;
  readonly memberId?: string | undefined;
  readonly grants: readonly { readonly role: string; readonly organisation: string; readonly until?: number | undefined }[];
};

const isRole = (name: string): name is Role => (roles as readonly string[]).includes(name);

/** The person a token names with the posts it lists, or the service itself where it names nobody. */
export function actorOf(claims: CallerClaims): Actor {
  if (claims.personId === undefined) return { service: claims.service };
  const grants = claims.grants.flatMap(({ role, organisation, until }) =>
    isRole(role) ? [{ role, organisation, until: until ?? Number.MAX_SAFE_INTEGER }] : [],
  );
  return { personId: personId(claims.personId), ...(claims.memberId === undefined ? {} : { memberId: memberId(claims.memberId) }), grants };
}

/** Whether the caller whom a token names may do this to anything; what the table has not, nobody may. */
export function callerMayAnywhere(claims: CallerClaims, action: string, at: Instant): boolean {
  return isAction(action) && mayAnywhere(actorOf(claims), action, at);
}
