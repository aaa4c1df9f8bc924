import { processIds } from '@jifen/contracts';
import { stepsOf } from '@jifen/domain/proceedings';
import type { Act } from '../acts/act.store.ts';

/** Steps up to the meeting belong to the branch's month, the others to the publication of their round; a withdrawal to what it withdraws. */
export function processOf(act: Act, withdrawn: Act | undefined): string {
  const { kind, branchId, period, round } = withdrawn ?? act;
  const isPublished = stepsOf(kind)[0]?.process === 'publication';
  return isPublished ? processIds.publication(branchId, period, round) : processIds.branchMonth(branchId, period);
}
