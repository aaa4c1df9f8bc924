import type { DocumentReader } from '@jifen/service-kit';
import type { Document } from '@jifen/test-kit';
import { branchCards, type CardStore, keptBranch, keptMember, memberCards } from './card.store.ts';

type Kept = { _id: string; version: number };

function keepNewer(kept: Map<string, Kept>, cards: readonly Kept[]): number {
  const newer = cards.filter((card) => (kept.get(card._id)?.version ?? 0) < card.version);
  for (const card of newer) kept.set(card._id, card);
  return newer.length;
}

const within = (path: string, organisation: string) => path === organisation || path.startsWith(`${organisation}/`);

type PlantableCards = { plantBranch(document: Document): Promise<void>; plantMember(document: Document): Promise<void> };

export function fakeCardStore(): CardStore & PlantableCards {
  const branches = new Map<string, Kept>();
  const members = new Map<string, Kept>();
  const all = <C>(kept: Map<string, Kept>, reader: DocumentReader<C>) => reader.all(structuredClone([...kept.values()]));
  const allBranches = () => all(branches, branchCards).sort((a, b) => (a.path < b.path ? -1 : 1));
  const allMembers = () => all(members, memberCards);
  return {
    plantBranch: async (document) => void branches.set(document._id, { version: 1, ...document }),
    plantMember: async (document) => void members.set(document._id, { version: 1, ...document }),
    keepBranches: async (cards) => keepNewer(branches, cards.map(keptBranch)),
    keepMembers: async (cards) => keepNewer(members, cards.map(keptMember)),
    branch: async (branchId) => branchCards.found(branches.get(branchId)),
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
    member: async (memberId) => memberCards.found(members.get(memberId)),
    members: async (memberIds) => allMembers().filter((card) => memberIds.includes(card.memberId)),
    memberships: async (personId) => allMembers().filter((card) => card.personId === personId),
    membersOf: async (branchId) =>
      allMembers()
        .filter((card) => card.branchId === branchId && card.active)
        .sort((a, b) => a.rosterNumber - b.rosterNumber),
  };
}
