import type { CountyTodo } from '@jifen/contracts';
import { actorOf, type CountySettings, calendarYearsNeeded, localDateOf, may } from '@jifen/domain';
import type { Caller } from '@jifen/service-kit';
import { countyOf } from '../access/organisation-paths.ts';
import type { CalendarStore } from './county-calendar.ts';

type Ports = { calendars: CalendarStore; settings: CountySettings };

/** What whoever keeps the calendar still has to do about it: enter a year that is needed, or check one that was entered before its holidays were published. */
export async function listCountyTodos(
  { calendars, settings }: Ports,
  { caller, now }: { caller: Caller; now: number },
): Promise<CountyTodo[]> {
  if (may(actorOf(caller), 'calendar:edit', { organisation: countyOf(caller) }, now) !== 'allowed') return [];
  const needed = calendarYearsNeeded(settings, localDateOf(now));
  const kept = new Map((await calendars.byIds(needed.map(String))).map(({ value }) => [value.year, value]));
  return needed.flatMap((year): CountyTodo[] => {
    if (!kept.has(year)) return [{ key: `enter-calendar/${year}`, kind: 'enter-calendar', year }];
    return kept.get(year)?.unconfirmed ? [{ key: `check-calendar/${year}`, kind: 'check-calendar', year }] : [];
  });
}
