import type { Cap, SubPeriod } from '../language/measure.ts';

/** Months counted through all years: year × 12 + month − 1. */
export type MonthNumber = number;
/** Some months in a row, both ends included. */
export type Window = { readonly label: string; readonly from: MonthNumber; readonly to: MonthNumber };

const monthsOf: Readonly<Record<SubPeriod | 'year', number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };
const letterOf = { quarter: 'Q', 'half-year': 'H' } as const;

/** The number of a month written YYYY-MM, or of a day's month. */
export function monthNumber(text: string): MonthNumber {
  return Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;
}

/** A month as it is written. */
export function monthText(month: MonthNumber): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** The months of a window, as they are written. */
export function monthsIn({ from, to }: Pick<Window, 'from' | 'to'>): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => monthText(from + index));
}

/** Reading A25: the assessment year that begins in this year, in whatever month. */
export function yearWindow(year: number, startsInMonth: number): Window {
  const from = year * 12 + startsInMonth - 1;
  return { label: String(year), from, to: from + 11 };
}

function labelOf(year: Window, each: SubPeriod, from: MonthNumber): string {
  return each === 'month' ? monthText(from) : `${year.label}-${letterOf[each]}${(from - year.from) / monthsOf[each] + 1}`;
}

/** The periods of which a window consists. */
export function periodsIn(year: Window, window: Window, each: SubPeriod): readonly Window[] {
  const size = monthsOf[each];
  return Array.from({ length: (window.to - window.from + 1) / size }, (_, index) => {
    const from = window.from + index * size;
    return { label: labelOf(year, each, from), from, to: from + size - 1 };
  });
}

/** Whether the one kind of period divides into the other. */
export function divides(smaller: SubPeriod, larger: SubPeriod | 'year'): boolean {
  return monthsOf[smaller] < monthsOf[larger];
}

/** The name of the day, month, quarter, half-year or year to which a day belongs. */
export function periodLabel(year: Window, per: Cap['per'], date: string): string {
  if (per === 'day') return date;
  if (per === 'year') return year.label;
  const size = monthsOf[per];
  const from = year.from + Math.floor((monthNumber(date) - year.from) / size) * size;
  return labelOf(year, per, from);
}

/** The first day of a period, as it is written. */
export const firstDay = (window: Window): string => `${monthText(window.from)}-01`;
/** No day of a period is written later than this. */
export const lastDay = (window: Window): string => `${monthText(window.to)}-31`;
