/** A day in Asia/Shanghai, written YYYY-MM-DD. */
export type LocalDate = `${number}-${number}-${number}`;
/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

const DAY_MS = 86_400_000;
const ZONE_MS = 8 * 3_600_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

const pad = (value: number, width: number) => String(value).padStart(width, '0');

/** Days since 1970-01-01 in the Gregorian calendar (Hinnant's days_from_civil). */
function dayNumberOf(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Regulation 2-2: the day with this number of days since 1970-01-01. */
export function dateOfDayNumber(dayNumber: number): LocalDate {
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as LocalDate;
}

/** Regulation 2-2: the number of days from 1970-01-01 to a date; a text that is no day is a programmer's mistake. */
export function dayNumber(date: LocalDate): number {
  const match = SHAPE.exec(date);
  if (!match) throw new RangeError(`not a date: ${date}`);
  return dayNumberOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Regulation 2-2: whether a text is a day that exists. */
export function isLocalDate(text: string): text is LocalDate {
  return SHAPE.test(text) && dateOfDayNumber(dayNumber(text as LocalDate)) === text;
}

/** Regulation 2-2: the day a number of calendar days later. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** Regulation 2-2: the midnight in Asia/Shanghai (UTC+8 all year) at which a day begins. */
export function startOfDay(date: LocalDate): Instant {
  return dayNumber(date) * DAY_MS - ZONE_MS;
}

/** Regulation 2-2: the midnight at which a day is over; every deadline is such an exclusive midnight. */
export function endOfDay(date: LocalDate): Instant {
  return startOfDay(date) + DAY_MS;
}

/** Regulation 2-2: the day in Asia/Shanghai on which an instant falls. */
export function localDateOf(instant: Instant): LocalDate {
  return dateOfDayNumber(Math.floor((instant + ZONE_MS) / DAY_MS));
}

/** Regulation 2-2: 0 is Sunday, 6 is Saturday. */
export function weekdayOf(date: LocalDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}
