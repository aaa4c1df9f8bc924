import { type Action, actorOf, may, ok, type Result, refuse } from '@jifen/domain';
import type { Caller } from '@jifen/service-kit';

/** `not-found` also hides what lies outside the caller's scope. */
export type AccessRefusal = { code: 'not-found' } | { code: 'forbidden'; action: Action };

type Asked = { caller: Caller; action: Action; organisation: string; at: number };

export function permitted({ caller, action, organisation, at }: Asked): Result<true, AccessRefusal> {
  const permission = may(actorOf(caller), action, { organisation }, at);
  if (permission === 'allowed') return ok(true);
  return refuse(permission === 'invisible' ? { code: 'not-found' } : { code: 'forbidden', action });
}
