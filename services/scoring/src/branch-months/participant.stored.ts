import { leavingReason, type MemberCard, memberChannel, memberClass, memberStanding } from '@jifen/contracts';
import { z } from 'zod';

/** A member as a month freezes them; their card is kept in the same shape. */
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
  left: z.object({ because: leavingReason, on: z.string(), by: z.string() }).optional(),
  version: z.number(),
});
