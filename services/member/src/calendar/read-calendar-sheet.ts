import type { CalendarSheet, CalendarYear } from '@jifen/contracts';
import { actorOf, daysOfYear, type LocalDate, may } from '@jifen/domain';
import type { Caller } from '@jifen/service-kit';
import { countyOf } from '../access/organisation-paths.ts';
import type { CalendarStore } from './county-calendar.ts';
import { publishedHolidays } from './published-holidays.ts';

type Asked = { year: number; caller: Caller; now: number };
type Entered = Pick<CalendarSheet, 'version' | 'source' | 'confirmed' | 'changed'>;

/** A year of the calendar, day by day. One that nobody has entered is drawn up: from the published holidays, else from weekends alone. */
export async function readCalendarSheet(calendars: CalendarStore, { year, caller, now }: Asked): Promise<CalendarSheet> {
  const [kept] = await calendars.byIds([String(year)]);
  const mayEdit = may(actorOf(caller), 'calendar:edit', { organisation: countyOf(caller) }, now) === 'allowed';
  if (!kept) return { year, ...proposed(year), mayEdit };
  const { unconfirmed, changed, ...days } = kept.value;
  const entered: Entered = { version: kept.version, source: 'entered', confirmed: !unconfirmed, ...(changed ? { changed } : {}) };
  return { year, ...entered, mayEdit, days: daysOf(days) };
}

function proposed(year: number): Entered & Pick<CalendarSheet, 'days'> {
  const published = publishedHolidays(year);
  const source = published ? 'published' : 'weekends-only';
  const days = daysOf(published ?? { year, holidays: [], makeUpDays: [] });
  return { version: 0, source, confirmed: published !== undefined, days };
}

const daysOf = ({ year, holidays, makeUpDays }: CalendarYear) =>
  daysOfYear({ holidays: holidays as LocalDate[], makeUpDays: makeUpDays as LocalDate[] }, year).map((day) => ({ ...day }));
