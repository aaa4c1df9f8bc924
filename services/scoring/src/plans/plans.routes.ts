import { scoringInternals } from '@jifen/contracts';
import { implement, type Route } from '@jifen/service-kit';
import { toProblem } from '../problems.ts';
import { keepYearPlan, type PlanPorts } from './keep-year-plan.ts';

export function planRoutes(ports: PlanPorts): Route[] {
  return [
    implement(scoringInternals.keepYearPlan, async ({ body, audit }) => {
      const kept = await keepYearPlan(ports, body);
      if (!kept.ok) return toProblem(kept.refusal);
      await audit.record({ target: `${body.branchId}/${body.year}`, details: { adopted: kept.value.adopted } });
      return { status: 200, body: kept.value };
    }),
  ];
}
