import { outstandingAnswer, outstandingQuery } from '@jifen/contracts';
import type { Route } from '@jifen/service-kit';
import type { BranchMonthStore } from '../branch-months/branch-month.store.ts';
import type { CardStore } from '../cards/card.store.ts';
import { toProblem } from '../problems.ts';
import { route } from '../route.ts';
import { findOutstanding } from './find-outstanding.ts';

export function outstandingRoutes(ports: { months: BranchMonthStore; cards: CardStore }): Route[] {
  return [
    route({
      method: 'get',
      path: '/internal/outstanding',
      summary: 'Who still has to act in a step: asked when a reminder is about to be sent.',
      permission: { kind: 'service', services: ['notification'] },
      audit: 'none-read',
      request: { query: outstandingQuery },
      response: outstandingAnswer,
      async handler({ query, now }) {
        const found = await findOutstanding(ports, query, now());
        return found.ok ? { status: 200, body: found.value } : toProblem(found.refusal);
      },
    }),
  ];
}
