import { localDateOf } from '@jifen/domain';
import type { CalendarStore } from './county-calendar.ts';

/** From November on the next year's holidays are needed; without them deadlines near the year's end are refused. */
export async function checkCalendar(store: CalendarStore, now: number): Promise<void> {
  const today = localDateOf(now);
  const year = Number(today.slice(0, 4));
  const needed = Number(today.slice(5, 7)) >= 11 ? [year, year + 1] : [year];
  const kept = await store.byIds(needed.map(String));
  if (kept.length < needed.length) throw new Error(`The holidays of ${needed.at(-1)} are not entered.`);
}
