import type { Instant } from '../calendar/local-date.ts';
import { ok, refuse } from '../result.ts';
import type { BranchMonth } from './branch-month.ts';
import { closingIfEmpty } from './closing.ts';
import type { DecisionOf } from './decisions.ts';
import type { Decided } from './refusals.ts';

/** Regulation 2-2: who has died, was expelled or moved away takes no further part in the month; what a meeting has resolved stays. */
export function leave(month: BranchMonth, { actId, by, memberId, because, on, rosterHash }: DecisionOf<'leave'>, at: Instant): Decided {
  const participant = month.participants.find((one) => one.memberId === memberId);
  if (!participant) return refuse({ code: 'unknown-line', memberId });
  if (participant.left) return refuse({ code: 'member-has-left', memberId });
  return ok(closingIfEmpty(month, { type: 'member-left', round: month.round, actId, by, at, memberId, because, on, rosterHash }, at));
}
