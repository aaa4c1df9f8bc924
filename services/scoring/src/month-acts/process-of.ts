import { processIds } from '@jifen/contracts';
import { stepsOf } from '@jifen/domain/proceedings';
import type { Act, ActKind } from '../acts/act.store.ts';

/** Steps up to the meeting belong to the branch's month, the others to the publication of their round; a withdrawal to what it withdraws. */
export function processOf(act: Act, withdrawn: Act | undefined): string {
  const { kind, branchId, period, round } = withdrawn ?? act;
  const isPublished = stepsOf(kind)[0]?.process === 'publication';
  return isPublished ? processIds.publication(branchId, period, round) : processIds.branchMonth(branchId, period);
}

const atOnce: readonly ActKind[] = ['application', 'withdraw-application', 'confirm-entry', 'leave', 'object'];

/** What a member does for themselves is effective once it is recorded; everything else is decided by whoever holds a post, through a process. */
export const isEffectiveAtOnce = ({ kind }: Pick<Act, 'kind'>): boolean => atOnce.includes(kind);

/** What an audit record names: of what is about a member's own month, the member. */
export function targetOf({ kind, branchId, period, round, memberId }: Act): string {
  const part = kind === 'object' ? `${round}/${memberId}` : atOnce.includes(kind) ? memberId : `${round}/${kind}`;
  return `${branchId}/${period}/${part}`;
}
