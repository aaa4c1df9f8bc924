/** A day in Asia/Shanghai, written YYYY-MM-DD. */
export type LocalDate = `${number}-${number}-${number}`;
/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

const DAY_MS = 86_400_000;
const ZONE_MS = 8 * 3_600_000;
const SHAPE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** The day with this number of days since 1970-01-01. */
export function dateOfDayNumber(dayNumber: number): LocalDate {
  return new Date(dayNumber * DAY_MS).toISOString().slice(0, 10) as LocalDate;
}

/** The number of days from 1970-01-01 to a date; a text that is no day is a programmer's mistake. */
export function dayNumber(date: LocalDate): number {
  if (!SHAPE.test(date)) throw new RangeError(`not a date: ${date}`);
  return Date.parse(date) / DAY_MS;
}

/** Whether a text is a day that exists. */
export function isLocalDate(text: string): text is LocalDate {
  return SHAPE.test(text) && new Date(text).getUTCDate() === Number(text.slice(8));
}

/** The day a number of calendar days later. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** The midnight in Asia/Shanghai (UTC+8 all year) at which a day begins. */
export function startOfDay(date: LocalDate): Instant {
  return dayNumber(date) * DAY_MS - ZONE_MS;
}

/** The midnight at which a day is over; every deadline is such an exclusive midnight. */
export function endOfDay(date: LocalDate): Instant {
  return startOfDay(date) + DAY_MS;
}

/** The day in Asia/Shanghai on which an instant falls. */
export function localDateOf(instant: Instant): LocalDate {
  return dateOfDayNumber(Math.floor((instant + ZONE_MS) / DAY_MS));
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(date: LocalDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}
