import { decideAgainOnConflict } from '../record/versioned.store.ts';
import type { CalendarStore } from './county-calendar.ts';
import { publishedHolidays } from './published-holidays.ts';

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
