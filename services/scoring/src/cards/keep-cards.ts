import type { BranchCard, MemberCard } from '@jifen/contracts';
import type { CardStore } from './card.store.ts';

export type CardsUpdate = { branches: BranchCard[]; members: MemberCard[] };

/** Repeating an update, or delivering an older one after a newer, changes nothing. */
export async function keepCards(cards: Pick<CardStore, 'keepBranches' | 'keepMembers'>, update: CardsUpdate): Promise<{ kept: number }> {
  const branches = await cards.keepBranches(update.branches);
  const members = await cards.keepMembers(update.members);
  return { kept: branches + members };
}
