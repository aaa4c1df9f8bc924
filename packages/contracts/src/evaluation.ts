import { z } from 'zod';
import { instant, keptText, month, sentence } from './primitives.ts';

/** Months that one meeting, one list and one filing settle together, and the last of them, in which that is done. */
export const jointEvaluation = z.strictObject({
  closing: month,
  by: z.enum(['quarter', 'merged']),
  months: z.array(month).min(2).max(3),
});

/** How the county evaluates from a month on: by month or by quarter (A11), and which two months it takes as one. */
export const evaluationVersion = z.strictObject({
  from: month,
  evaluation: z.enum(['month', 'quarter']),
  merged: z.array(z.tuple([month, month])).max(12),
});
export type EvaluationVersionShape = z.infer<typeof evaluationVersion>;

/** `PUT /evaluation`. `replaces` is the version of the record that was looked at, 0 where nothing was decided yet. */
export const evaluationEntry = evaluationVersion.extend({ reason: sentence, replaces: z.int().min(0) });
export type EvaluationEntry = z.infer<typeof evaluationEntry>;

/** `GET /evaluation`: everything decided so far, the oldest first; before the first every month is evaluated by itself. `at` is business time. */
export const evaluationSheet = z.strictObject({
  version: z.int().min(0),
  versions: z.array(evaluationVersion.extend({ at: instant, reason: keptText })),
  /** The first month from which something else may hold: the one after the present. */
  earliest: month,
  mayEdit: z.boolean(),
});
export type EvaluationSheet = z.infer<typeof evaluationSheet>;
