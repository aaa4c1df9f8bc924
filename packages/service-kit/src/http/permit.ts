import type { Permission } from '@jifen/contracts';
import type { Caller } from '../identity/caller.ts';
import { assertNever, type Problem, problem } from './problem.ts';

/** Whether a caller may do this to anything at all. The kit knows no rule; each service hands in the domain's. */
export type MayAnywhere = (caller: Caller, action: string, at: number) => boolean;

/** The route's own requirement on a caller; `undefined` when it is met. */
export function refuseCaller(
  permission: Permission,
  caller: Caller | undefined,
  { mayAnywhere, now }: { mayAnywhere: MayAnywhere; now: () => number },
): Problem | undefined {
  if (permission.kind === 'public') return undefined;
  if (!caller) return problem({ status: 401, code: 'not-signed-in' });
  const oneOf = (actions: readonly string[]): Problem | undefined => {
    if (caller.personId === undefined) return problem({ status: 401, code: 'not-signed-in' });
    return actions.some((action) => mayAnywhere(caller, action, now())) ? undefined : problem({ status: 403, code: 'forbidden' });
  };
  switch (permission.kind) {
    case 'action':
      return oneOf([permission.action]);
    case 'one-of':
      return oneOf(permission.actions);
    case 'service':
      return permission.services.includes(caller.service) ? undefined : problem({ status: 403, code: 'not-for-this-caller' });
    default:
      return assertNever(permission);
  }
}
