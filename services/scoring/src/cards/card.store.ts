import { type BranchCard, type MemberCard, role, sector } from '@jifen/contracts';
import { documentReader, plain } from '@jifen/service-kit';
import { z } from 'zod';
import { pathAndAbove } from '../access/organisation-paths.ts';
import { storedMemberCard } from '../branch-months/month-state.stored.ts';

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

const post = z.object({
  personId: z.string(),
  memberId: z.string().optional(),
  role,
  organisation: z.string(),
  deputy: z.boolean(),
  from: z.number(),
  until: z.number(),
});

const storedBranchCard: z.ZodType<BranchCard> = z.object({
  branchId: z.string(),
  path: z.string(),
  name: z.string(),
  committeeId: z.string(),
  committeeName: z.string(),
  sector,
  partyDay: z.number(),
  objectionsTo: z.object({ name: z.string(), telephone: z.string() }),
  posts: z.array(post),
  version: z.number(),
});

const cardReader = <C>(collection: string, card: z.ZodType<C>) =>
  documentReader(
    collection,
    z.object({ card }).transform((document) => document.card as C),
  );

export const memberCards = cardReader('memberCards', storedMemberCard);
export const branchCards = cardReader('branchCards', storedBranchCard);

export const keptBranch = (card: BranchCard) =>
  plain({ _id: card.branchId, version: card.version, ancestors: pathAndAbove(card.path), card });
export const keptMember = (card: MemberCard) => plain({ _id: card.memberId, version: card.version, card });
