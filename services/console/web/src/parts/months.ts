import type { BranchMonthScreen, BranchMonthSummary, JointView } from '@jifen/contracts';
import type { MonthKey } from '../api/queries.ts';

/** Whether a month only waits for what a later month decides for it (季度评议, 合并评议): nobody acts in it, or is late. */
export const waitsForClosingMonth = ({ next }: Pick<BranchMonthSummary, 'next'>): boolean => next?.rests === 'decided-elsewhere';

/** The evaluation whose common list the present round of its closing month is; a supplement is by month. */
export const commonRound = ({ joint, period, round }: BranchMonthScreen): JointView | undefined =>
  joint?.closing === period && joint.lists.some((list) => list.round === round) ? joint : undefined;

/** No act of a month names an earlier day. */
export const firstDayOf = ({ period }: Pick<BranchMonthScreen, 'period'>) => `${period}-01`;

/** `2026-01` one month after `2025-12`. */
export function monthAfter(period: string, months: number): string {
  const [year = 0, month = 1] = period.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 7);
}

/** So many months, of which this is the first. */
export const monthsFrom = (first: string, count: number) => Array.from({ length: count }, (_, index) => monthAfter(first, index));

type Summary = Pick<BranchMonthSummary, 'branchId' | 'period' | 'stage' | 'next'>;

const newestFirst = (months: readonly Summary[], branchId: string | undefined) =>
  months.filter((month) => month.branchId === branchId).toSorted((a, b) => b.period.localeCompare(a.period));

/** What is asked with carries nothing else. */
export const keyOf = (month: MonthKey | undefined): MonthKey | undefined => month && { branchId: month.branchId, period: month.period };

/** The month a branch works on: the oldest that is not yet filed and waits for no other, else the newest. */
export function currentMonth(months: readonly Summary[], branchId: string | undefined): MonthKey | undefined {
  const own = newestFirst(months, branchId);
  return keyOf(own.findLast((month) => !['closed', 'filed'].includes(month.stage) && !waitsForClosingMonth(month)) ?? own[0]);
}

/** The month to apply for: the newest that still takes applications, else the newest. */
export function applicationMonth(months: readonly Summary[], branchId: string | undefined): MonthKey | undefined {
  const own = newestFirst(months, branchId);
  return keyOf(own.find(({ stage }) => stage === 'applying') ?? own[0]);
}
