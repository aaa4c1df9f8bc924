import type { Caller } from '../identity/caller.ts';
import { assertNever, type Problem, problem } from './problem.ts';
import type { Permission } from './route.ts';

/** The route's own requirement on a caller; `undefined` when it is met. */
export function refuseCaller(permission: Permission, caller: Caller | undefined): Problem | undefined {
  if (permission.kind === 'public') return undefined;
  if (!caller) return problem({ status: 401, code: 'not-signed-in' });
  switch (permission.kind) {
    case 'signed-in':
    case 'action':
      return caller.personId === undefined ? problem({ status: 401, code: 'not-signed-in' }) : undefined;
    case 'service':
      return permission.services.includes(caller.service) ? undefined : problem({ status: 403, code: 'not-for-this-caller' });
    default:
      return assertNever(permission);
  }
}
