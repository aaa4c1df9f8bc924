import { z } from 'zod';
import { amount, id, instant, localDate, paragraph, points, round } from './primitives.ts';

/** How an objection that was recorded for somebody came in: 电话, 当面, 来信. */
export const objectionWay = z.enum(['telephone', 'in-person', 'letter']);

/** Of somebody outside the branch only a name is kept, as they gave it. */
export const outsiderName = z.string().trim().min(1).max(40);

/** Whose objection it is: a member of the branch, or somebody outside it. */
export const objectionOnBehalf = z
  .strictObject({ way: objectionWay, memberId: id.optional(), outsider: outsiderName.optional() })
  .refine(({ memberId, outsider }) => (memberId === undefined) !== (outsider === undefined), { path: ['memberId'] });

/** `wish` is what the component should be in the objector's view. `onBehalf` when it is recorded for whoever brought it. */
export const objectionBody = z.strictObject({
  actId: id,
  round,
  memberId: id,
  component: z.enum(['base', 'task', 'reward']),
  statement: paragraph,
  wish: amount.optional(),
  onBehalf: objectionOnBehalf.optional(),
});
export type ObjectionBody = z.infer<typeof objectionBody>;

/** Amounts are hundredths of the month: the task's points, the rewards, or what is deducted from the base. */
export const objectionView = z.strictObject({
  objectionId: id,
  round,
  /** On its receipt, counted within the month. */
  number: z.int(),
  memberId: id,
  component: objectionBody.shape.component,
  /** Whose objection it is; without a name for those who may not know. */
  objector: z.strictObject({ kind: z.enum(['member', 'outsider']), memberId: id.optional(), name: z.string().optional() }),
  /** How it came in, and who recorded it; absent where the objector raised it themselves. */
  onBehalf: z.strictObject({ way: objectionWay, enteredBy: z.string().optional() }).optional(),
  raisedAt: instant,
  statement: z.string(),
  /** As it was posted. */
  posted: points.optional(),
  wish: points.optional(),
  /** Until when it is to be answered; absent until that is computed. */
  lastDay: localDate.optional(),
  status: z.enum(['open', 'upheld', 'rejected']),
  answer: z.string().optional(),
  /** Of an objection that is upheld: what the component is now. */
  changedTo: points.optional(),
  answeredAt: instant.optional(),
  answeredBy: z.string().optional(),
});
export type ObjectionView = z.infer<typeof objectionView>;
