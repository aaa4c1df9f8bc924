import { z } from 'zod';
import { typedEntry, typedFulfilment } from './lines.ts';
import { amount, id, instant, keptText, localDate, month, sentence } from './primitives.ts';

/** How the task points of a line on paper came about: pledge by pledge, or as the meeting resolved them. */
export const earlierTask = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fulfilments'), fulfilments: z.array(typedFulfilment).max(60) }),
  z.strictObject({ kind: z.literal('stated-progress'), percent: z.int().min(0).max(100) }),
  z.strictObject({ kind: z.literal('decided'), amount }),
  z.strictObject({ kind: z.literal('not-applied') }),
]);

export const earlierLine = z.strictObject({
  memberId: id,
  deductions: z.array(typedEntry).max(20),
  task: earlierTask,
  rewards: z.array(typedEntry).max(20),
});
export type EarlierLine = z.infer<typeof earlierLine>;

const count = z.int().min(0).max(500);

/** One branch's month as its paper shows it: resolved, posted and filed. `actId` is made by the sender: sent twice, it is one month. */
export const earlierMonth = z.strictObject({
  actId: id,
  period: month,
  meeting: z.strictObject({ heldOn: localDate, voters: count, present: count, inFavour: count, against: count, abstained: count }),
  postedOn: localDate,
  filedOn: localDate,
  lines: z.array(earlierLine).min(1).max(500),
});
export type EarlierMonthShape = z.infer<typeof earlierMonth>;

/** Scoring, to `POST /branches/{branchId}/earlier-months` (以前月份补录): one file, taken whole or not at all. `source` is what it was taken from. */
export const earlierMonthsBody = z.strictObject({
  source: sentence,
  months: z
    .array(earlierMonth)
    .min(1)
    .max(12)
    .refine((months) => new Set(months.map(({ actId }) => actId)).size === months.length, { params: { code: 'duplicate-act' } }),
});
export type EarlierMonthsBody = z.infer<typeof earlierMonthsBody>;

export const earlierMonthsAnswer = z.strictObject({
  months: z.array(z.strictObject({ period: month, actId: id, lines: z.int() })),
});

/** In the facts of the refusal `earlier-months-wrong`: every error of the file, each with its place in the body and what stands there. */
export const earlierMonthsIssue = z.strictObject({
  path: z.string(),
  code: z.string(),
  value: z.unknown(),
  facts: z.record(z.string(), z.unknown()),
});
export type EarlierMonthsIssue = z.infer<typeof earlierMonthsIssue>;

/** On a month that came from paper: from what, when and by which level it was entered. */
export const broughtIn = z.strictObject({
  source: keptText,
  at: instant,
  role: z.enum(['supervising-committee', 'county-organisation-department']),
});
export type BroughtIn = z.infer<typeof broughtIn>;
