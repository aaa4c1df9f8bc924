import { cardsUpdate } from '@jifen/contracts';
import { type Route, route } from '@jifen/service-kit';
import type { CardStore } from './card.store.ts';
import { keepCards } from './keep-cards.ts';

export function cardRoutes({ cards }: { cards: CardStore }): Route[] {
  return [
    route({
      method: 'put',
      path: '/internal/cards',
      summary: 'Keeps the cards of branches and members that member delivers.',
      permission: { kind: 'service', services: ['member', 'seed'] },
      audit: 'cards-kept',
      bodyLimitKb: 2_048,
      request: { body: cardsUpdate },
      async handler({ body, audit }) {
        const { kept } = await keepCards(cards, body);
        if (kept > 0) await audit.record({ target: 'cards', details: { kept } });
        return { status: 204 };
      },
    }),
  ];
}
