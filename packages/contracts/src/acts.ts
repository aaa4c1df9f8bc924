import { z } from 'zod';
import { changedLine, memberLine, typedEntry, typedFulfilment } from './lines.ts';
import { amount, hash, id, instant, keptText, localDate, month, paragraph, recordedActId, round, sentence } from './primitives.ts';

/** 代填: from a paper with the member's signature, or by telephone, which the member is asked to confirm. */
export const entryOnBehalf = z
  .strictObject({ way: z.enum(['paper', 'telephone']).optional(), paperSignedOn: localDate.optional() })
  .refine(({ way, paperSignedOn }) => (way === 'telephone') === (paperSignedOn === undefined), { path: ['paperSignedOn'] });

/** The body of a member's application (积分申报). `onBehalf` when the recorder or a clerk enters a paper (代填). */
export const applicationBody = z.strictObject({
  actId: id,
  fulfilments: z.array(typedFulfilment).max(60),
  rewards: z.array(typedEntry).max(20),
  lateReason: sentence.optional(),
  onBehalf: entryOnBehalf.optional(),
});
export type ApplicationBody = z.infer<typeof applicationBody>;

const enteredBy = z.strictObject({ role: z.string(), name: z.string().optional() });

/** How an application came in, beside what it claims: why it was late; of an entry on behalf, when the paper was signed and who entered it. */
export const howApplied = z.strictObject({
  lateReason: keptText.optional(),
  paper: z.strictObject({ signedOn: localDate, enteredBy }).optional(),
  /** 代填 by telephone. */
  telephone: z.strictObject({ enteredBy }).optional(),
});
export type HowApplied = z.infer<typeof howApplied>;

export const withdrawApplicationBody = z.strictObject({ actId: id });

/** `actId` is the confirmation's own, `applicationId` the entry on behalf that the member has read. */
export const confirmEntryBody = z.strictObject({ actId: id, applicationId: id });

const votes = { inFavour: z.int().min(0).max(500), against: z.int().min(0).max(500), abstained: z.int().min(0).max(500) };

/** Which of the months that are evaluated together a line belongs to; absent: the closing month. */
const ofMonth = { period: month.optional() };

/** What a decision says, by kind. Steps ④–⑧ and the members' objections. */
export const decisionContent = z.discriminatedUnion('kind', [
  /** `note` is the reason where the line is not what was claimed. */
  z.strictObject({ kind: z.literal('register'), lines: z.array(memberLine.extend({ note: sentence.optional() })).max(200) }),
  z.strictObject({ kind: z.literal('review'), changes: z.array(changedLine).max(200) }),
  z.strictObject({ kind: z.literal('review-own-line'), memberId: id, change: changedLine.optional() }),
  z.strictObject({
    kind: z.literal('record-meeting'),
    heldOn: localDate,
    present: z.array(id).max(500),
    onLeave: z.array(id).max(500),
    ...votes,
    separate: z.array(z.strictObject({ memberId: id, ...votes, ...ofMonth })).max(150),
    changes: z.array(changedLine.extend(ofMonth)).max(600),
    carried: z.boolean(),
    minutes: paragraph.optional(),
    secondedBy: id.optional(),
  }),
  z.strictObject({ kind: z.literal('post'), postedOn: localDate, place: sentence }),
  z.strictObject({
    kind: z.literal('answer-objection'),
    objectionId: id,
    upheld: z.boolean(),
    answer: paragraph,
    change: memberLine.optional(),
  }),
  z.strictObject({ kind: z.literal('file') }),
  z.strictObject({ kind: z.literal('receive') }),
  z.strictObject({ kind: z.literal('return'), backTo: z.enum(['posting', 'filing']), reason: paragraph }),
  z.strictObject({ kind: z.literal('withdraw'), actId: id }),
]);
export type DecisionContent = z.infer<typeof decisionContent>;
export type DecisionKind = DecisionContent['kind'];
export const decisionKinds = decisionContent.options.map(({ shape }) => shape.kind.value);

/** A decision as it is sent: `actId` is made by the sender, so that sending twice is one decision. */
export const decisionBody = z.strictObject({ actId: id, round, rosterHash: hash, content: decisionContent });
export type DecisionBody = z.infer<typeof decisionBody>;

export const actStatus = z.enum(['pending', 'effective', 'refused', 'withdrawn']);

/** `pending` means: recorded, being delivered. `refused` carries the reason's code. */
export const actAnswer = z.strictObject({
  actId: recordedActId,
  status: actStatus,
  refusal: z.strictObject({ code: z.string(), facts: z.record(z.string(), z.unknown()) }).optional(),
  at: instant,
});
export type ActAnswer = z.infer<typeof actAnswer>;

export const pledgeKind = z.enum(['common', 'post', 'practical', 'self-discipline', 'year-target', 'superior-task', 'unit-work']);
export const pledgePlan = z.strictObject({
  id,
  memberId: id,
  kind: pledgeKind,
  text: sentence,
  dueMonths: z.array(z.int().min(1).max(12)).min(1).max(12),
  weight: z.int().min(1).max(100),
});
export type PledgePlan = z.infer<typeof pledgePlan>;

/** A branch's year plan: twelve monthly ceilings in hundredths, and the pledges with their due months. */
export const yearPlan = z.strictObject({
  branchId: id,
  year: z.int().min(2020).max(2100),
  policy: z.enum(['exact-70', 'six-capped']),
  ceilings: z.array(amount).length(12),
  pledges: z.array(pledgePlan).max(2_000),
});
export type YearPlan = z.infer<typeof yearPlan>;
