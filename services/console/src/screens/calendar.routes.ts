import { calendarEntry, calendarSheet, calendarYear } from '@jifen/contracts';
import type { Route } from '@jifen/service-kit';
import { z } from 'zod';
import { passOn } from '../upstream/pass-on.ts';
import type { Upstreams } from '../upstream/upstreams.ts';

const params = z.strictObject({ year: z.coerce.number().pipe(calendarYear.shape.year) });
const shared = { to: 'member', request: { params }, response: calendarSheet, path: '/calendar/:year' } as const;

/** 工作日历: read by everybody, entered by the county organisation department. */
export function calendarRoutes(upstreams: Upstreams): Route[] {
  return [
    passOn(upstreams, { ...shared, method: 'get', upstreamPath: '/calendar/:year/sheet', summary: 'A year of the calendar, day by day.' }),
    passOn(upstreams, {
      ...shared,
      method: 'put',
      summary: "Enters the county's holidays of a year.",
      audit: 'calendar-entered',
      request: { params, body: calendarEntry },
      repeatable: true,
    }),
  ];
}
