import { type Result, refuse } from '@jifen/domain';
import type { Act } from '../acts/act.store.ts';
import { decidedBy, type RecordRefusal } from '../acts/record-refusal.ts';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { decidedBefore } from '../month-acts/decided-before.ts';
import { type EffectRefusal, judge } from '../month-acts/effect.ts';
import { askOtherMonths, type OtherMonthsPorts } from './other-months.ts';

/** Whether an act may be recorded: the regulation is asked of its month, then of those that are evaluated with it. */
export async function judgeAct(
  ports: OtherMonthsPorts,
  record: BranchMonthRecord,
  act: Act,
): Promise<Result<true, EffectRefusal | RecordRefusal>> {
  const judged = await judge(ports, record, act);
  if (judged.ok) return askOtherMonths(ports, record, act);
  const other = judged.refusal.code === 'already-decided' ? await decidedBefore(ports, record, act) : undefined;
  return other ? refuse(decidedBy(other)) : judged;
}
