import type { Instant } from '../calendar/local-date.ts';
import { memberId, personId } from '../ids/ids.ts';
import { type Actor, mayAnywhere } from './access.ts';
import { isAction } from './actions.ts';
import { type Role, roles } from './roles.ts';

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
