import { memberInternals, ownEndpoints, settingsEndpoints } from '@jifen/contracts';
import { actorOf, type CountySettings, may } from '@jifen/domain';
import { implement, type Route } from '@jifen/service-kit';
import { countyOf } from '../access/organisation-paths.ts';
import { toProblem } from '../problems.ts';
import { type CalendarStore, calendarYear } from './county-calendar.ts';
import { enterCalendar } from './enter-calendar.ts';
import { listCountyTodos } from './list-county-todos.ts';
import { readCalendarSheet } from './read-calendar-sheet.ts';

export type CalendarRouteDeps = { calendars: CalendarStore; settings: CountySettings; realNow: () => number; afterWrite: () => void };

export const calendarRoutes = ({ calendars, settings, realNow, afterWrite }: CalendarRouteDeps): Route[] => [
  implement(memberInternals.calendarYear, async ({ params: { year } }) => {
    const found = await calendarYear(calendars, year);
    return found.ok ? { status: 200, body: found.value } : toProblem(found.refusal);
  }),
  implement(settingsEndpoints.calendar, async ({ params: { year }, caller, now }) => {
    return { status: 200, body: await readCalendarSheet(calendars, { year, caller, now: now() }) };
  }),
  implement(settingsEndpoints.enterCalendar, async ({ params: { year }, body, caller, now, audit }) => {
    const organisation = countyOf(caller);
    const at = now();
    if (may(actorOf(caller), 'calendar:edit', { organisation }, at) !== 'allowed') return toProblem({ code: 'forbidden' });
    if (body.year !== year) return toProblem({ code: 'year-mismatch', path: year, body: body.year });
    const entry = audit.pending({ target: `calendar/${year}`, organisation, details: { ...body } });
    const entered = await enterCalendar(calendars, { entry: body, now: at, at: realNow(), audit: entry });
    if (!entered.ok) return toProblem(entered.refusal);
    afterWrite();
    return { status: 200, body: await readCalendarSheet(calendars, { year, caller, now: at }) };
  }),
  implement(ownEndpoints.countyTodos, async ({ caller, now }) => {
    return { status: 200, body: { items: await listCountyTodos({ calendars, settings }, { caller, now: now() }) } };
  }),
];
