import { type MemberCard, scoringInternals } from '@jifen/contracts';
import { type Caller, implement, type Route, type RouteAudit } from '@jifen/service-kit';
import type { CardStore } from './card.store.ts';
import { keepCards } from './keep-cards.ts';

/** `membersKept` hears of every member that was delivered, also of one that was known. */
type CardRouteDeps = {
  cards: CardStore;
  membersKept: (members: readonly MemberCard[], asked: { caller: Caller; now: number; audit: RouteAudit['pending'] }) => Promise<void>;
};

export function cardRoutes({ cards, membersKept }: CardRouteDeps): Route[] {
  return [
    implement(scoringInternals.keepCards, async ({ body, caller, now, audit }) => {
      const { kept } = await keepCards(cards, body);
      await membersKept(body.members, { caller, now: now(), audit: audit.pending });
      if (kept > 0) await audit.record({ target: 'cards', details: { kept } });
      return { status: 204 };
    }),
  ];
}
