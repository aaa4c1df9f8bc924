import { addDays, type LocalDate, weekdayOf } from './local-date.ts';
import type { CountySettings } from './settings.ts';
import type { WorkCalendar } from './working-days.ts';

export type DayKind = 'working' | 'weekend' | 'holiday' | 'make-up';
export type YearDay = { readonly date: LocalDate; readonly kind: DayKind; readonly plain: 'working' | 'weekend' };

const plainKind = (date: LocalDate) => (weekdayOf(date) % 6 === 0 ? 'weekend' : 'working');

function kindOf({ holidays, makeUpDays }: WorkCalendar, date: LocalDate): DayKind {
  if (makeUpDays.includes(date)) return 'make-up';
  return holidays.includes(date) ? 'holiday' : plainKind(date);
}

/** Regulation 2-2: every day of a year by the calendar; `plain` is its kind without the calendar. */
export function daysOfYear(calendar: WorkCalendar, year: number): YearDay[] {
  const days: YearDay[] = [];
  for (let date = `${year}-01-01` as LocalDate; Number(date.slice(0, 4)) === year; date = addDays(date, 1)) {
    days.push({ date, kind: kindOf(calendar, date), plain: plainKind(date) });
  }
  return days;
}

/** Regulation 2-2: the years whose calendar is required: this one, and towards its end the next. */
export function calendarYearsNeeded({ nextCalendarFrom }: CountySettings, today: LocalDate): number[] {
  const year = Number(today.slice(0, 4));
  return today.slice(5) >= nextCalendarFrom ? [year, year + 1] : [year];
}
