import type { BranchCard, MemberCard } from '@jifen/contracts';

/** Most members a branch's lists show. */
export const branchMembersLimit = 500;
/** Most branches one person's scope holds. */
export const scopeBranchesLimit = 500;

export type CardStore = {
  /** An older or equal version than the kept one is passed over; answers how many were kept. */
  keepBranches(cards: readonly BranchCard[]): Promise<number>;
  keepMembers(cards: readonly MemberCard[]): Promise<number>;
  branch(branchId: string): Promise<BranchCard | undefined>;
  /** In the order of their paths. */
  branches(branchIds: readonly string[]): Promise<BranchCard[]>;
  /** The branches at or below an organisation, in the order of their paths. */
  branchesWithin(organisation: string): Promise<BranchCard[]>;
  /** In the order of the ids, from where one left off: a branch that is renamed or moved keeps its place. */
  branchIdsWithin(organisation: string, page: { after?: string | undefined; limit: number }): Promise<string[]>;
  countWithin(organisation: string): Promise<number>;
  member(memberId: string): Promise<MemberCard | undefined>;
  /** In no order; who is unknown is left out. */
  members(memberIds: readonly string[]): Promise<MemberCard[]>;
  memberships(personId: string): Promise<MemberCard[]>;
  /** Active members in roster order. */
  membersOf(branchId: string): Promise<MemberCard[]>;
};
