import type { CalendarYear } from '@jifen/contracts';
import { daysOfYear } from '@jifen/domain';
import chineseDays from 'chinese-days';
import { decideAgainOnConflict } from '../record/versioned.store.ts';
import type { CalendarStore } from './county-calendar.ts';

/** The public holidays of a year as the library `chinese-days` has them; `undefined` for a year not published yet. */
export function publishedHolidays(year: number): CalendarYear | undefined {
  const named = daysOfYear({ holidays: [], makeUpDays: [] }, year)
    .map(({ date }) => chineseDays.getDayDetail(date))
    .filter(({ name }) => name.includes(','));
  if (named.length === 0) return undefined;
  return {
    year,
    holidays: named.filter(({ work }) => !work).map(({ date }) => date),
    makeUpDays: named.filter(({ work }) => work).map(({ date }) => date),
  };
}

const firstYear = 2025;
const lastYear = 2030;

/** Fills in the years that are published and that the county has not entered itself. */
export function seedCalendar(store: CalendarStore): Promise<void> {
  const wanted = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
  return decideAgainOnConflict(async () => {
    const kept = new Set((await store.byIds(wanted.map(String))).map(({ id }) => Number(id)));
    const published = wanted.filter((year) => !kept.has(year)).flatMap((year) => publishedHolidays(year) ?? []);
    await store.write(published.map((value) => ({ id: String(value.year), value, replaces: 0 })));
  });
}
