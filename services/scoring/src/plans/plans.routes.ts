import { yearPlan, yearPlanAnswer } from '@jifen/contracts';
import { type Route, route } from '@jifen/service-kit';
import type { CardStore } from '../cards/card.store.ts';
import { toProblem } from '../problems.ts';
import { keepYearPlan } from './keep-year-plan.ts';
import type { YearPlanStore } from './year-plan.store.ts';

export function planRoutes(ports: { cards: CardStore; plans: YearPlanStore; realNow: () => number }): Route[] {
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
