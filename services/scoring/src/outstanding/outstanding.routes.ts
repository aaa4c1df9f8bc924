import { scoringInternals } from '@jifen/contracts';
import { implement, type Route } from '@jifen/service-kit';
import type { BranchMonthStore } from '../branch-months/branch-month.store.ts';
import type { CardStore } from '../cards/card.store.ts';
import { found } from '../problems.ts';
import { findOutstanding } from './find-outstanding.ts';

export function outstandingRoutes(ports: { months: BranchMonthStore; cards: CardStore }): Route[] {
  return [implement(scoringInternals.outstanding, ({ query, now }) => found(findOutstanding(ports, query, now())))];
}
