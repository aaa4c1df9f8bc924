import type { LineRules } from '@jifen/domain';
import type { BranchMonthRecord } from './branch-month.store.ts';

/** By what a member's line of this month is judged. */
export function rulesOf({ state }: BranchMonthRecord, memberId: string): LineRules {
  const participant = state.participants.find((one) => one.memberId === memberId);
  return { profile: state.profile, ceiling: state.ceiling, pledgesDue: participant?.pledgesDue ?? [] };
}
