import { type BranchCard, type MemberCard, role, sector } from '@jifen/contracts';
import { documentReader, plain } from '@jifen/service-kit';
import { z } from 'zod';
import { pathAndAbove } from '../access/organisation-paths.ts';
import { storedMemberCard } from '../branch-months/month-state.stored.ts';

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
