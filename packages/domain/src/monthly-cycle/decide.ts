import type { Instant } from '../calendar/local-date.ts';
import { type Result, refuse } from '../result.ts';
import type { BranchMonth } from './branch-month.ts';
import type { BranchMonthDecision } from './decisions.ts';
import type { BranchMonthEvent } from './events.ts';
import type { BranchMonthRefusal } from './refusals.ts';

/** Regulation 2-2 steps 3–8: what follows from a decision, or why it is refused. */
export function decide(
  month: BranchMonth,
  _decision: BranchMonthDecision,
  _at: Instant,
): Result<readonly BranchMonthEvent[], BranchMonthRefusal> {
  return refuse({ code: 'unknown-round', round: month.round });
}
