import { addDays, type LocalDate, weekdayOf } from './local-date.ts';

/** The county's calendar: public holidays, and the weekend days worked instead. */
export type WorkCalendar = { readonly holidays: readonly LocalDate[]; readonly makeUpDays: readonly LocalDate[] };

/** Regulation 2-2: a weekday that is no holiday, or a make-up day. */
export function isWorkingDay(calendar: WorkCalendar, date: LocalDate): boolean {
  if (calendar.makeUpDays.includes(date)) return true;
  const weekday = weekdayOf(date);
  return weekday !== 0 && weekday !== 6 && !calendar.holidays.includes(date);
}

/** Regulation 2-2: the n-th working day after a date (before it, if n is negative); the date itself is not counted. */
export function addWorkingDays(calendar: WorkCalendar, date: LocalDate, count: number): LocalDate {
  const step = count < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, step);
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return day;
}

/** Regulation 2-2: the working days after `from`, up to and including `to`. */
export function workingDaysBetween(calendar: WorkCalendar, from: LocalDate, to: LocalDate): number {
  let count = 0;
  for (let day = from; day < to; ) {
    day = addDays(day, 1);
    if (isWorkingDay(calendar, day)) count += 1;
  }
  return count;
}

/** Regulation 2-2: the date itself if it is a working day, otherwise the next one. */
export function workingDayOnOrAfter(calendar: WorkCalendar, date: LocalDate): LocalDate {
  return isWorkingDay(calendar, date) ? date : addWorkingDays(calendar, date, 1);
}

/** Regulation 2-2: the date itself if it is a working day, otherwise the one before. */
export function workingDayOnOrBefore(calendar: WorkCalendar, date: LocalDate): LocalDate {
  return isWorkingDay(calendar, date) ? date : addWorkingDays(calendar, date, -1);
}
