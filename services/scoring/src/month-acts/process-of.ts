import { processIds } from '@jifen/contracts';
import type { Act, ActKind } from '../acts/act.store.ts';

const publicationKinds: readonly ActKind[] = ['post', 'answer-objection', 'file', 'receive', 'return'];

/** Steps up to the meeting belong to the branch's month, the others to the publication of their round; a withdrawal to what it withdraws. */
export function processOf(act: Act, withdrawn: Act | undefined): string {
  const { kind, branchId, period, round } = withdrawn ?? act;
  return publicationKinds.includes(kind) ? processIds.publication(branchId, period, round) : processIds.branchMonth(branchId, period);
}
