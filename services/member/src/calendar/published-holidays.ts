import type { CalendarYear } from '@jifen/contracts';
import chineseDays from 'chinese-days';

const days = (year: number) =>
  Array.from({ length: 366 }, (_, index) => new Date(Date.UTC(year, 0, index + 1)).toISOString().slice(0, 10)).filter((date) =>
    date.startsWith(`${year}-`),
  );

/** The public holidays of a year as the library `chinese-days` has them; `undefined` for a year not published yet. */
export function publishedHolidays(year: number): CalendarYear | undefined {
  const named = days(year)
    .map((date) => chineseDays.getDayDetail(date))
    .filter(({ name }) => name.includes(','));
  if (named.length === 0) return undefined;
  return {
    year,
    holidays: named.filter(({ work }) => !work).map(({ date }) => date),
    makeUpDays: named.filter(({ work }) => work).map(({ date }) => date),
  };
}
