import type { CalendarYear } from '@jifen/contracts';
import {
  type CountySettings,
  calendarYearsNeeded,
  type LocalDate,
  localDateOf,
  ok,
  type Result,
  refuse,
  type WorkCalendar,
} from '@jifen/domain';
import { z } from 'zod';
import { keptReader, type VersionedStore } from '../record/versioned.store.ts';

/** Kept by year. `unconfirmed`: entered before the holidays were published. `changed`: the last change, in business time. */
const keptCalendar = z.object({
  year: z.number(),
  holidays: z.array(z.string()),
  makeUpDays: z.array(z.string()),
  unconfirmed: z.literal(true).exactOptional(),
  changed: z.object({ at: z.number(), reason: z.string() }).exactOptional(),
});
export type KeptCalendar = z.infer<typeof keptCalendar>;
export type CalendarStore = VersionedStore<KeptCalendar>;
export const calendars = keptReader('calendars', keptCalendar);

export type CalendarRefusal = { code: 'calendar-missing'; year: number };

const yearOf = (date: string) => Number(date.slice(0, 4));

/**
 * Computes with the county's calendar around `from`. An answer that touches a year whose holidays nobody has entered
 * would be wrong without a sign of it, so it is refused.
 */
export async function withCalendar<T>(
  store: CalendarStore,
  from: LocalDate,
  compute: (calendar: WorkCalendar) => { value: T; dates: readonly LocalDate[] },
): Promise<Result<T, CalendarRefusal>> {
  const around = yearOf(from);
  const years = (await store.byIds([around - 1, around, around + 1].map(String))).map(({ value }) => value);
  const known = new Set(years.map(({ year }) => year));
  const { value, dates } = compute({
    holidays: years.flatMap(({ holidays }) => holidays as LocalDate[]),
    makeUpDays: years.flatMap(({ makeUpDays }) => makeUpDays as LocalDate[]),
  });
  const missing = [from, ...dates].map(yearOf).find((year) => !known.has(year));
  return missing === undefined ? ok(value) : refuse({ code: 'calendar-missing', year: missing });
}

export async function calendarYear(store: CalendarStore, year: number): Promise<Result<CalendarYear, CalendarRefusal>> {
  const [kept] = await store.byIds([String(year)]);
  if (!kept) return refuse({ code: 'calendar-missing', year });
  const { holidays, makeUpDays } = kept.value;
  return ok({ year, holidays, makeUpDays });
}

/** Without the calendars that have to be there, deadlines near the year's end are refused. */
export async function checkCalendar(store: CalendarStore, settings: CountySettings, now: number): Promise<void> {
  const needed = calendarYearsNeeded(settings, localDateOf(now));
  const kept = await store.byIds(needed.map(String));
  if (kept.length < needed.length) throw new Error(`The holidays of ${needed.at(-1)} are not entered.`);
}
