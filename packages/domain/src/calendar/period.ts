import { ok, type Result, refuse } from '../result.ts';
import { addDays, type LocalDate } from './local-date.ts';

/** One month of the assessment, written YYYY-MM. */
export type Period = `${number}-${number}` & { readonly __brand: 'Period' };

const SHAPE = /^\d{4}-(0[1-9]|1[0-2])$/;

/** The month as a text from outside. */
export function parsePeriod(text: string): Result<Period, { readonly code: 'not-a-period'; readonly text: string }> {
  return SHAPE.test(text) ? ok(text as Period) : refuse({ code: 'not-a-period', text });
}

/** The month as a text of our own; anything else is a programmer's mistake. */
export function period(text: string): Period {
  const parsed = parsePeriod(text);
  if (!parsed.ok) throw new RangeError(`not a period: ${text}`);
  return parsed.value;
}

/** The year of a month. */
export const yearOf = (month: Period): number => Number(month.slice(0, 4));
/** 1 for January, 12 for December. */
export const monthOf = (month: Period): number => Number(month.slice(5));

function shifted(month: Period, by: number): Period {
  const index = yearOf(month) * 12 + monthOf(month) - 1 + by;
  return period(`${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`);
}

/** Reading A25: January, as assessment years are calendar years where branches work by months. */
export const firstMonthOf = (year: number): Period => period(`${year}-01`);

/** The month in which the steps of this month are taken. */
export const nextPeriod = (month: Period): Period => shifted(month, 1);
/** The month before. */
export const previousPeriod = (month: Period): Period => shifted(month, -1);
/** The month to which a day belongs. */
export const periodOf = (date: LocalDate): Period => period(date.slice(0, 7));
/** A day of a month. */
export const dayOf = (month: Period, day: number): LocalDate => `${month}-${String(day).padStart(2, '0')}` as LocalDate;
/** The last day of a month. */
export const lastDayOf = (month: Period): LocalDate => addDays(dayOf(nextPeriod(month), 1), -1);
