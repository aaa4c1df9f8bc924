import { scoringTools } from '@jifen/contracts';
import { implement, type Route } from '@jifen/service-kit';
import type { ActStore } from '../acts/act.store.ts';
import type { BranchMonthStore } from '../branch-months/branch-month.store.ts';
import type { CardStore } from '../cards/card.store.ts';
import { listTodos } from './list-todos.ts';

export function todoRoutes(ports: { months: BranchMonthStore; acts: ActStore; cards: CardStore }): Route[] {
  return [
    implement(scoringTools.todos, async ({ caller, now }) => {
      return { status: 200, body: { items: await listTodos(ports, { caller, now: now() }) } };
    }),
  ];
}
