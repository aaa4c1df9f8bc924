import { type BranchCard, type MemberCard, memberChannel, memberClass, memberStanding, role, sector } from '@jifen/contracts';
import { documentReader, plain } from '@jifen/service-kit';
import { z } from 'zod';

export const storedMemberCard: z.ZodType<MemberCard> = z.object({
  memberId: z.string(),
  personId: z.string(),
  branchId: z.string(),
  name: z.string(),
  nameKey: z.string(),
  rosterNumber: z.number(),
  groupName: z.string().optional(),
  standing: memberStanding,
  class: memberClass,
  channel: memberChannel,
  active: z.boolean(),
  version: z.number(),
});

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

/** `/a/b/c` lies within `/a`, `/a/b` and `/a/b/c`. */
function ancestorsOf(path: string): string[] {
  const names = path.split('/').slice(1);
  return names.map((_, index) => `/${names.slice(0, index + 1).join('/')}`);
}

export const keptBranch = (card: BranchCard) =>
  plain({ _id: card.branchId, version: card.version, ancestors: ancestorsOf(card.path), card });
export const keptMember = (card: MemberCard) => plain({ _id: card.memberId, version: card.version, card });
