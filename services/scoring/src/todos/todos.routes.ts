import { todosAnswer } from '@jifen/contracts';
import type { Route } from '@jifen/service-kit';
import type { ActStore } from '../acts/act.store.ts';
import type { BranchMonthStore } from '../branch-months/branch-month.store.ts';
import type { CardStore } from '../cards/card.store.ts';
import { route } from '../route.ts';
import { listTodos } from './list-todos.ts';

export function todoRoutes(ports: { months: BranchMonthStore; acts: ActStore; cards: CardStore }): Route[] {
  return [
    route({
      method: 'get',
      path: '/todos',
      summary: 'What the caller has to do now, over all his posts.',
      permission: { kind: 'action', action: 'own-todos:read' },
      audit: 'none-read',
      response: todosAnswer,
      async handler({ caller, now }) {
        return { status: 200, body: { items: await listTodos(ports, { caller, now: now() }) } };
      },
    }),
  ];
}
