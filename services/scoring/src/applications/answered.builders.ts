import type { ActAnswer } from '@jifen/contracts';
import type { Result } from '@jifen/domain';
import type { Act } from '../acts/act.store.ts';

/** What whoever asked hears of an act. */
export async function answered<Refusal>(recorded: Promise<Result<Act, Refusal>>): Promise<Result<ActAnswer, Refusal>> {
  const result = await recorded;
  if (!result.ok) return result;
  const { _id: actId, status, at } = result.value;
  return { ok: true, value: { actId, status, at } };
}
