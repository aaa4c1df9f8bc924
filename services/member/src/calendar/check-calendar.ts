import { type CountySettings, calendarYearsNeeded, localDateOf } from '@jifen/domain';
import type { CalendarStore } from './county-calendar.ts';

/** Without the calendars that have to be there, deadlines near the year's end are refused. */
export async function checkCalendar(store: CalendarStore, settings: CountySettings, now: number): Promise<void> {
  const needed = calendarYearsNeeded(settings, localDateOf(now));
  const kept = await store.byIds(needed.map(String));
  if (kept.length < needed.length) throw new Error(`The holidays of ${needed.at(-1)} are not entered.`);
}
