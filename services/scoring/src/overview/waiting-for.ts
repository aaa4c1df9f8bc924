import type { BranchCard, BranchMonthView } from '@jifen/contracts';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { nextStepOf } from '../branch-months/step-deadline.ts';
import { actorsNow } from './actors-now.ts';

/** Who acts now, by name. */
export function waitingFor(record: BranchMonthRecord, card: BranchCard): BranchMonthView['waitingFor'] {
  if (nextStepOf(record).actors === 'supervising-committee') return [{ role: 'supervising-committee', name: card.committeeName }];
  return actorsNow(record).flatMap(({ role, name, memberId }) => (name && memberId ? [{ role, name, memberId }] : []));
}
