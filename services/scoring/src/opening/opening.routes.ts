import { branchMonthEndpoints } from '@jifen/contracts';
import { implement, type Route } from '@jifen/service-kit';
import { toProblem } from '../problems.ts';
import { type OpeningPorts, openMonth } from './open-month.ts';

export const openingRoutes = (deps: OpeningPorts): Route[] => [open(deps)];

function open(deps: OpeningPorts): Route {
  return implement(branchMonthEndpoints.open, async ({ body, caller, now, audit }) => {
    const record = await openMonth(deps, { ...body, caller, now: now(), audit: audit.pending });
    if (!record.ok) return toProblem(record.refusal);
    const { branchId, branchName, stage, round, counters } = record.value;
    return { status: 200, body: { branchId, branchName, period: record.value.period, stage, round, counters } };
  });
}
