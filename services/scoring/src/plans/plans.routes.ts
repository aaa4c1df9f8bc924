import { yearPlan, yearPlanAnswer } from '@jifen/contracts';
import type { Route } from '@jifen/service-kit';
import { toProblem } from '../problems.ts';
import { route } from '../route.ts';
import { keepYearPlan, type PlanPorts } from './keep-year-plan.ts';

export function planRoutes(ports: PlanPorts): Route[] {
  return [
    route({
      method: 'put',
      path: '/internal/year-plans',
      summary: 'Keeps the year plan of a branch without the lines that cannot be adopted, and names these.',
      permission: { kind: 'service', services: ['seed'] },
      audit: 'year-plan-kept',
      bodyLimitKb: 1_024,
      request: { body: yearPlan },
      response: yearPlanAnswer,
      async handler({ body, audit }) {
        const kept = await keepYearPlan(ports, body);
        if (!kept.ok) return toProblem(kept.refusal);
        await audit.record({ target: `${body.branchId}/${body.year}`, details: { adopted: kept.value.adopted } });
        return { status: 200, body: kept.value };
      },
    }),
  ];
}
