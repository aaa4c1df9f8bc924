import { z } from 'zod';
import { id, instant, localDate, points, round } from './primitives.ts';

/** A row of a list as it was posted, in hundredths: what the ledger says since changes the wall no more. */
export const postedRow = z.strictObject({
  memberId: id,
  baseBalance: points,
  task: points,
  reward: points,
  honour: points,
  total: points,
  yearToDate: points,
});
export type PostedRow = z.infer<typeof postedRow>;

export const publicationView = z.strictObject({
  round,
  status: z.enum(['posting', 'publicity', 'filing', 'filed', 'closed', 'returned']),
  supplement: z.boolean(),
  memberIds: z.array(id),
  heldBack: z.array(id),
  /** In roster order, those that are held back since among them; of a list that was posted before rows were kept, nothing. */
  posted: z.array(postedRow).optional(),
  postedOn: localDate.optional(),
  place: z.string().optional(),
  lastDay: localDate.optional(),
  filedAt: instant.optional(),
  receiptNumber: z.string().optional(),
  returned: z.strictObject({ at: instant, reason: z.string(), backTo: z.enum(['posting', 'filing']) }).optional(),
});
export type PublicationView = z.infer<typeof publicationView>;
