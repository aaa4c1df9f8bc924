import { type Action, actorOf, mayAnywhere, ok, type Result, refuse, rolesFor } from '@jifen/domain';
import type { Caller } from '@jifen/service-kit';
import { type AccessRefusal, organisationsOf, permitted } from '../access/access.ts';
import { countyOf } from '../access/organisation-paths.ts';

/** The county in which one of their posts lets the caller do this; the scope comes from here, never from the request. */
export function countyFor(caller: Caller, action: Action, now: number): Result<string, AccessRefusal> {
  const [organisation] = organisationsOf(caller, now, rolesFor[action]);
  if (organisation === undefined || !mayAnywhere(actorOf(caller), action, now)) return refuse({ code: 'forbidden', action });
  return ok(countyOf(organisation));
}

/** The county for which they may draft and adopt: their post is the county's own. */
export function ownCounty(caller: Caller, action: 'scheme:draft' | 'scheme:adopt', now: number): Result<string, AccessRefusal> {
  const county = countyFor(caller, action, now);
  if (!county.ok) return county;
  const permission = permitted({ caller, action, organisation: `/${county.value}`, at: now });
  return permission.ok ? county : permission;
}
