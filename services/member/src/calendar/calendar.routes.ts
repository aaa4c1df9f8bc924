import { calendarEntry, calendarSheet, calendarYear as calendarYearSchema, countyTodosAnswer } from '@jifen/contracts';
import { actorOf, type CountySettings, may } from '@jifen/domain';
import type { Route } from '@jifen/service-kit';
import { z } from 'zod';
import { countyOf } from '../access/organisation-paths.ts';
import { everyService } from '../callers.ts';
import { toProblem } from '../problems.ts';
import { route } from '../route.ts';
import { type CalendarStore, calendarYear } from './county-calendar.ts';
import { enterCalendar } from './enter-calendar.ts';
import { listCountyTodos } from './list-county-todos.ts';
import { readCalendarSheet } from './read-calendar-sheet.ts';

export type CalendarRouteDeps = { calendars: CalendarStore; settings: CountySettings; realNow: () => number; afterWrite: () => void };

const params = z.strictObject({ year: z.coerce.number().int().min(2020).max(2100) });

export const calendarRoutes = (deps: CalendarRouteDeps): Route[] => [readYear(deps), readSheet(deps), enterYear(deps), countyTodos(deps)];

function readYear({ calendars }: CalendarRouteDeps): Route {
  return route({
    method: 'get',
    path: '/calendar/:year',
    summary: 'Holidays and make-up working days of a year.',
    permission: { kind: 'service', services: everyService },
    audit: 'none-read',
    request: { params },
    response: calendarYearSchema,
    async handler({ params: { year } }) {
      const found = await calendarYear(calendars, year);
      return found.ok ? { status: 200, body: found.value } : toProblem(found.refusal);
    },
  });
}

function readSheet({ calendars }: CalendarRouteDeps): Route {
  return route({
    method: 'get',
    path: '/calendar/:year/sheet',
    summary: 'A year of the calendar, day by day; drawn up where nobody has entered it.',
    permission: { kind: 'action', action: 'calendar:read' },
    audit: 'none-read',
    request: { params },
    response: calendarSheet,
    async handler({ params: { year }, caller, now }) {
      return { status: 200, body: await readCalendarSheet(calendars, { year, caller, now: now() }) };
    },
  });
}

function enterYear({ calendars, realNow, afterWrite }: CalendarRouteDeps): Route {
  return route({
    method: 'put',
    path: '/calendar/:year',
    summary: "Enters the county's holidays of a year; open deadlines are computed again.",
    permission: { kind: 'action', action: 'calendar:edit' },
    audit: 'calendar-entered',
    request: { params, body: calendarEntry },
    response: calendarSheet,
    async handler({ params: { year }, body, caller, now, audit }) {
      const organisation = countyOf(caller);
      const at = now();
      if (may(actorOf(caller), 'calendar:edit', { organisation }, at) !== 'allowed') return toProblem({ code: 'forbidden' });
      if (body.year !== year) return toProblem({ code: 'year-mismatch', path: year, body: body.year });
      const entry = audit.pending({ target: `calendar/${year}`, organisation, details: { ...body } });
      const entered = await enterCalendar(calendars, { entry: body, now: at, at: realNow(), audit: entry });
      if (!entered.ok) return toProblem(entered.refusal);
      afterWrite();
      return { status: 200, body: await readCalendarSheet(calendars, { year, caller, now: at }) };
    },
  });
}

function countyTodos(deps: CalendarRouteDeps): Route {
  return route({
    method: 'get',
    path: '/todos',
    summary: 'What the caller has to do for the county as a whole.',
    permission: { kind: 'action', action: 'own-todos:read' },
    audit: 'none-read',
    response: countyTodosAnswer,
    async handler({ caller, now }) {
      return { status: 200, body: { items: await listCountyTodos(deps, { caller, now: now() }) } };
    },
  });
}
