import { cardsUpdate, type MemberCard } from '@jifen/contracts';
import type { Caller, Route, RouteAudit } from '@jifen/service-kit';
import { route } from '../route.ts';
import type { CardStore } from './card.store.ts';
import { keepCards } from './keep-cards.ts';

/** `membersKept` hears of every member that was delivered, also of one that was known. */
type CardRouteDeps = {
  cards: CardStore;
  membersKept: (members: readonly MemberCard[], asked: { caller: Caller; now: number; audit: RouteAudit['pending'] }) => Promise<void>;
};

export function cardRoutes({ cards, membersKept }: CardRouteDeps): Route[] {
  return [
    route({
      method: 'put',
      path: '/internal/cards',
      summary: 'Keeps the cards of branches and members that member delivers.',
      permission: { kind: 'service', services: ['member', 'seed'] },
      audit: 'cards-kept',
      bodyLimitKb: 2_048,
      request: { body: cardsUpdate },
      async handler({ body, caller, now, audit }) {
        const { kept } = await keepCards(cards, body);
        await membersKept(body.members, { caller, now: now(), audit: audit.pending });
        if (kept > 0) await audit.record({ target: 'cards', details: { kept } });
        return { status: 204 };
      },
    }),
  ];
}
