import type { Instant } from '../calendar/local-date.ts';
import { ok, refuse } from '../result.ts';
import type { BranchMonth } from './branch-month.ts';
import { supplementOf } from './closing.ts';
import type { DecisionOf } from './decisions.ts';
import type { BranchMonthEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { Decided } from './refusals.ts';
import { linesCarried } from './rounds.ts';

type Left = Extract<BranchMonthEvent, { readonly type: 'member-left' }>;

/** A round that is left without lines is over. */
function emptied(month: BranchMonth, left: Left, at: Instant): readonly BranchMonthEvent[] {
  const after = evolve(month, left);
  const round = after.rounds.find((one) => one.round === after.round);
  if (!round || round.status === 'closed' || linesCarried(round).length > 0) return [left];
  const closed: BranchMonthEvent = { type: 'closed', round: round.round };
  return [left, closed, ...supplementOf(evolve(after, closed), at)];
}

/** Regulation 2-2: who has died, was expelled or moved away takes no further part in the month; what a meeting has resolved stays. */
export function leave(month: BranchMonth, { actId, by, memberId, because, on, rosterHash }: DecisionOf<'leave'>, at: Instant): Decided {
  const participant = month.participants.find((one) => one.memberId === memberId);
  if (!participant) return refuse({ code: 'unknown-line', memberId });
  if (participant.left) return refuse({ code: 'member-has-left', memberId });
  return ok(emptied(month, { type: 'member-left', round: month.round, actId, by, at, memberId, because, on, rosterHash }, at));
}
