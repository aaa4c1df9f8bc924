import type { BranchMonth } from './branch-month.ts';
import type { BranchMonthEvent } from './events.ts';

/** Regulation 2-2 steps 3–8: the month after an event. */
export function evolve(month: BranchMonth, _event: BranchMonthEvent): BranchMonth {
  return month;
}
