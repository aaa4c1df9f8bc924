import type { BranchCard, MemberCard } from '@jifen/contracts';
import { createBackgroundLoop, type Logger } from '@jifen/service-kit';
import { branchCardOf } from '../organisations/branch-card.ts';
import type { OrganisationStore } from '../organisations/organisation.store.ts';
import { memberCardOf } from '../people/member-card.ts';
import type { PersonStore } from '../people/person.store.ts';

export type CardReceiver = { put(cards: { branches: BranchCard[]; members: MemberCard[] }): Promise<void> };
export type CardDeps = { organisations: OrganisationStore; people: PersonStore; receiver: CardReceiver };

const batch = 500;

/**
 * Sends every card that is due, branches first, and answers how many went out. A card changed meanwhile stays due;
 * one sent twice does no harm, for the receiver keeps the newest version.
 */
export async function deliverCards({ organisations, people, receiver }: CardDeps): Promise<number> {
  let delivered = 0;
  for (;;) {
    const branches = await organisations.withCardDue(batch);
    const members = branches.length === batch ? [] : await people.withCardDue(batch);
    if (branches.length + members.length === 0) return delivered;
    await receiver.put({
      branches: branches.flatMap((branch) => branchCardOf(branch) ?? []),
      members: members.flatMap((member) => memberCardOf(member) ?? []),
    });
    await organisations.cardsDelivered(branches);
    await people.cardsDelivered(members);
    delivered += branches.length + members.length;
  }
}

/** Looks for due cards after every change and every second; while the receiver is away they stay due. */
export function createCardDelivery(deps: CardDeps, logger: Logger) {
  const round = async () => {
    await deliverCards(deps);
    return 'idle' as const;
  };
  return {
    ...createBackgroundLoop({ name: 'cards', round, intervalMs: 1000, logger }),
    /** For imports: they answer when the cards are there, or when they certainly follow. */
    async deliverNow() {
      await deliverCards(deps).catch((err: unknown) => logger.warn({ err }, 'cards stay due'));
    },
  };
}
