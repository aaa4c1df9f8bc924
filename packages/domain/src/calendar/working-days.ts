import { addDays, type LocalDate, weekdayOf } from './local-date.ts';
import type { CountySettings } from './settings.ts';

/** The county's calendar: public holidays, and the weekend days worked instead. */
export type WorkCalendar = { readonly holidays: readonly LocalDate[]; readonly makeUpDays: readonly LocalDate[] };

export type DayKind = 'working' | 'weekend' | 'holiday' | 'make-up';
export type YearDay = { readonly date: LocalDate; readonly kind: DayKind; readonly plain: 'working' | 'weekend' };

const plainKind = (date: LocalDate) => (weekdayOf(date) % 6 === 0 ? 'weekend' : 'working');

function kindOf({ holidays, makeUpDays }: WorkCalendar, date: LocalDate): DayKind {
  if (makeUpDays.includes(date)) return 'make-up';
  return holidays.includes(date) ? 'holiday' : plainKind(date);
}

/** A weekday that is no holiday, or a make-up day. */
export function isWorkingDay(calendar: WorkCalendar, date: LocalDate): boolean {
  return ['working', 'make-up'].includes(kindOf(calendar, date));
}

/** The n-th working day after a date (before it, if n is negative); the date itself is not counted. */
export function addWorkingDays(calendar: WorkCalendar, date: LocalDate, count: number): LocalDate {
  const step = count < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, step);
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return day;
}

/** The working days after `from`, up to and including `to`. */
export function workingDaysBetween(calendar: WorkCalendar, from: LocalDate, to: LocalDate): number {
  let count = 0;
  for (let day = from; day < to; ) {
    day = addDays(day, 1);
    if (isWorkingDay(calendar, day)) count += 1;
  }
  return count;
}

/** The date itself if it is a working day, otherwise the next one. */
export function workingDayOnOrAfter(calendar: WorkCalendar, date: LocalDate): LocalDate {
  return isWorkingDay(calendar, date) ? date : addWorkingDays(calendar, date, 1);
}

/** The date itself if it is a working day, otherwise the one before. */
export function workingDayOnOrBefore(calendar: WorkCalendar, date: LocalDate): LocalDate {
  return isWorkingDay(calendar, date) ? date : addWorkingDays(calendar, date, -1);
}

/** Every day of a year by the calendar; `plain` is its kind without the calendar. */
export function daysOfYear(calendar: WorkCalendar, year: number): YearDay[] {
  const days: YearDay[] = [];
  for (let date = `${year}-01-01` as LocalDate; Number(date.slice(0, 4)) === year; date = addDays(date, 1)) {
    days.push({ date, kind: kindOf(calendar, date), plain: plainKind(date) });
  }
  return days;
}

/** The years whose calendar is required: this one, and towards its end the next. */
export function calendarYearsNeeded({ nextCalendarFrom }: CountySettings, today: LocalDate): number[] {
  const year = Number(today.slice(0, 4));
  return today.slice(5) >= nextCalendarFrom ? [year, year + 1] : [year];
}
