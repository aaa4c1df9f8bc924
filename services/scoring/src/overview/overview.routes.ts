import { branchMonthPage, branchMonthQuery, branchMonthView, extensionReach, extensionReachQuery, id, period } from '@jifen/contracts';
import type { Route } from '@jifen/service-kit';
import { z } from 'zod';
import type { ActStore } from '../acts/act.store.ts';
import type { BranchMonthStore } from '../branch-months/branch-month.store.ts';
import type { CardStore } from '../cards/card.store.ts';
import { toProblem } from '../problems.ts';
import { route } from '../route.ts';
import type { SheetStore } from '../sheets/sheet.store.ts';
import { listBranchMonths } from './list-branch-months.ts';
import { measureExtension } from './measure-extension.ts';
import { readBranchMonth } from './read-branch-month.ts';

type Ports = { months: BranchMonthStore; acts: ActStore; cards: CardStore; sheets: SheetStore };

export function overviewRoutes(ports: Ports): Route[] {
  return [
    route({
      method: 'get',
      path: '/branch-months',
      summary: 'The months in the scope of the caller, page by page.',
      permission: { kind: 'action', action: 'branch-month:read' },
      audit: 'none-read',
      request: { query: branchMonthQuery },
      response: branchMonthPage,
      async handler({ query, caller, now }) {
        return { status: 200, body: await listBranchMonths(ports.months, { query, caller, now: now() }) };
      },
    }),
    route({
      method: 'get',
      path: '/branch-months/:branchId/:period',
      summary: 'One branch in one month: the grid for its posts, the publicity list for its other members.',
      permission: { kind: 'action', action: 'branch-month:read' },
      audit: 'none-read',
      request: { params: z.strictObject({ branchId: id, period }) },
      response: branchMonthView,
      async handler({ params, caller, now }) {
        const view = await readBranchMonth(ports, { ...params, caller, now: now() });
        return view.ok ? { status: 200, body: view.value } : toProblem(view.refusal);
      },
    }),
    route({
      method: 'get',
      path: '/extensions/:period/reach',
      summary: 'Whom an extension of a step for all branches would concern.',
      permission: { kind: 'action', action: 'deadline:extend-for-all' },
      audit: 'none-read',
      request: { params: z.strictObject({ period }), query: extensionReachQuery },
      response: extensionReach,
      async handler({ params, query, caller, now }) {
        const reach = await measureExtension(ports.months, { ...params, ...query, caller, now: now() });
        return reach.ok ? { status: 200, body: reach.value } : toProblem(reach.refusal);
      },
    }),
  ];
}
