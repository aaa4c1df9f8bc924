import { calendarYear as calendarYearSchema, deadlinesAnswer, deadlinesRequest } from '@jifen/contracts';
import { actorOf, may } from '@jifen/domain';
import { type Route, route } from '@jifen/service-kit';
import { z } from 'zod';
import { everyService } from '../callers.ts';
import { countyOf } from '../organisations/organisation-paths.ts';
import { toProblem } from '../problems.ts';
import { computeDeadlines, type DeadlinesDeps } from './compute-deadlines.ts';
import { calendarYear } from './county-calendar.ts';
import { enterCalendar } from './enter-calendar.ts';

export type CalendarRouteDeps = DeadlinesDeps & { realNow: () => number; afterWrite: () => void };

const params = z.strictObject({ year: z.coerce.number().int().min(2020).max(2100) });

export const calendarRoutes = (deps: CalendarRouteDeps): Route[] => [readYear(deps), enterYear(deps), deadlines(deps)];

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

function enterYear({ calendars, realNow, afterWrite }: CalendarRouteDeps): Route {
  return route({
    method: 'put',
    path: '/calendar/:year',
    summary: "Enters the county's holidays of a year; open deadlines are computed again.",
    permission: { kind: 'action', action: 'calendar:edit' },
    audit: 'calendar-entered',
    request: { params, body: calendarYearSchema },
    response: calendarYearSchema,
    async handler({ params: { year }, body, caller, now, audit }) {
      const organisation = countyOf(caller);
      if (may(actorOf(caller), 'calendar:edit', { organisation }, now()) !== 'allowed') return toProblem({ code: 'forbidden' });
      if (body.year !== year) return toProblem({ code: 'year-mismatch', path: year, body: body.year });
      const stray = [...body.holidays, ...body.makeUpDays].find((date) => !date.startsWith(`${year}-`));
      if (stray !== undefined) return toProblem({ code: 'date-outside-year', date: stray });
      const entry = audit.pending({ target: `calendar/${year}`, organisation });
      await enterCalendar(calendars, { year: body, at: realNow(), audit: entry });
      afterWrite();
      return { status: 200, body };
    },
  });
}

function deadlines(deps: CalendarRouteDeps): Route {
  return route({
    method: 'post',
    path: '/deadlines',
    summary: 'The deadlines of a step as instants, with their reminders.',
    permission: { kind: 'service', services: ['scoring'] },
    audit: 'none-read',
    request: { body: deadlinesRequest },
    response: deadlinesAnswer,
    async handler({ body }) {
      const computed = await computeDeadlines(deps, body);
      return computed.ok ? { status: 200, body: computed.value } : toProblem(computed.refusal);
    },
  });
}
