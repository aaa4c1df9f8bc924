import type { BranchCard, MemberCard } from '@jifen/contracts';
import type { CardStore } from './card.store.ts';

function keepNewer<C extends { version: number }>(kept: Map<string, C>, cards: readonly C[], idOf: (card: C) => string): number {
  const newer = cards.filter((card) => (kept.get(idOf(card))?.version ?? 0) < card.version);
  for (const card of newer) kept.set(idOf(card), structuredClone(card));
  return newer.length;
}

const within = (path: string, organisation: string) => path === organisation || path.startsWith(`${organisation}/`);

export function fakeCardStore(): CardStore {
  const branches = new Map<string, BranchCard>();
  const members = new Map<string, MemberCard>();
  const allBranches = () => [...branches.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  const allMembers = () => [...members.values()];
  return {
    keepBranches: async (cards) => keepNewer(branches, cards, (card) => card.branchId),
    keepMembers: async (cards) => keepNewer(members, cards, (card) => card.memberId),
    branch: async (branchId) => branches.get(branchId),
    branches: async (branchIds) => allBranches().filter((card) => branchIds.includes(card.branchId)),
    branchesWithin: async (organisation) => allBranches().filter((card) => within(card.path, organisation)),
    branchIdsWithin: async (organisation, { after = '', limit }) => {
      const ids = allBranches().filter((card) => within(card.path, organisation) && card.branchId > after);
      return ids
        .map(({ branchId }) => branchId)
        .sort()
        .slice(0, limit);
    },
    countWithin: async (organisation) => allBranches().filter((card) => within(card.path, organisation)).length,
    member: async (memberId) => members.get(memberId),
    members: async (memberIds) => allMembers().filter((card) => memberIds.includes(card.memberId)),
    memberships: async (personId) => allMembers().filter((card) => card.personId === personId),
    membersOf: async (branchId) =>
      allMembers()
        .filter((card) => card.branchId === branchId && card.active)
        .sort((a, b) => a.rosterNumber - b.rosterNumber),
  };
}
