import { type Instant, type LocalDate, localDateOf } from '../calendar/local-date.ts';
import { dayOf } from '../calendar/period.ts';
import type { BranchMonth } from './branch-month.ts';
import type { BranchMonthRefusal } from './refusals.ts';

/** Regulation 2-2 steps 3–7: the day that an act names: a meeting's, a posting's, a signature's. Never after today, never before the month. */
export function wrongDay({ period }: Pick<BranchMonth, 'period'>, day: LocalDate, at: Instant): BranchMonthRefusal | null {
  if (day > localDateOf(at)) return { code: 'day-in-the-future' };
  const from = dayOf(period, 1);
  return day < from ? { code: 'day-before-the-month', day, from } : null;
}
