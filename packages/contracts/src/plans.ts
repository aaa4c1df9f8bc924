import { z } from 'zod';
import { id } from './primitives.ts';

/** Scoring, to `PUT /internal/year-plans`: how many pledges were adopted, and whose lines stay open and why. */
export const yearPlanAnswer = z.strictObject({
  adopted: z.int(),
  refused: z.array(z.strictObject({ memberId: id, code: z.string(), facts: z.record(z.string(), z.unknown()) })),
});
export type YearPlanAnswer = z.infer<typeof yearPlanAnswer>;
