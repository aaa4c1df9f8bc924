import { scoringInternals } from '@jifen/contracts';
import { implement, type Route } from '@jifen/service-kit';
import type { BranchMonthStore } from '../branch-months/branch-month.store.ts';
import type { CardStore } from '../cards/card.store.ts';
import { toProblem } from '../problems.ts';
import { findOutstanding } from './find-outstanding.ts';

export function outstandingRoutes(ports: { months: BranchMonthStore; cards: CardStore }): Route[] {
  return [
    implement(scoringInternals.outstanding, async ({ query, now }) => {
      const found = await findOutstanding(ports, query, now());
      return found.ok ? { status: 200, body: found.value } : toProblem(found.refusal);
    }),
  ];
}
