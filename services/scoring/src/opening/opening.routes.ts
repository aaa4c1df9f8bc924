import { openedMonth, openMonthRequest } from '@jifen/contracts';
import type { Route } from '@jifen/service-kit';
import { toProblem } from '../problems.ts';
import { route } from '../route.ts';
import { type OpeningPorts, openMonth } from './open-month.ts';

export const openingRoutes = (deps: OpeningPorts): Route[] => [open(deps)];

function open(deps: OpeningPorts): Route {
  return route({
    method: 'post',
    path: '/branch-months',
    summary: 'Opens a branch-month: freezes it and starts its process. May be repeated.',
    permission: { kind: 'action', action: 'branch-month:open' },
    audit: 'branch-month-opened',
    request: { body: openMonthRequest },
    response: openedMonth,
    async handler({ body, caller, now, audit }) {
      const record = await openMonth(deps, { ...body, caller, now: now(), audit: audit.pending });
      if (!record.ok) return toProblem(record.refusal);
      const { branchId, branchName, stage, round, counters } = record.value;
      return { status: 200, body: { branchId, branchName, period: record.value.period, stage, round, counters } };
    },
  });
}
