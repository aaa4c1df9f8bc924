import { z } from 'zod';
import { id, instant, month } from './primitives.ts';

/** Most branches that one run of a county's month opens. */
const pageSize = z.int().min(1).max(100);
export const countyPageSize = 50;

/** What is still to be opened: page by page after a branch, or once again what was refused. */
export const countyMonthPass = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('first'), after: id.optional(), refused: z.array(id) }),
  z.strictObject({ kind: z.literal('again'), remaining: z.array(id) }),
]);
export type CountyMonthPass = z.infer<typeof countyMonthPass>;

/** Without `pass` the month begins. */
export const countyMonthInput = z.strictObject({ countyId: id, period: month, pageSize, pass: countyMonthPass.optional() });
export type CountyMonthInput = z.infer<typeof countyMonthInput>;

/** The month is that of the time the Schedule gave. */
export const monthTickInput = z.strictObject({ countyId: id });
export type MonthTickInput = z.infer<typeof monthTickInput>;

/** Scoring, for activities: `POST /internal/county-months/{countyId}/{period}/begin` and `…/finish`. */
export const countyMonthParams = z.strictObject({ countyId: id, period: month });
export type CountyMonthKey = z.infer<typeof countyMonthParams>;

/** Scoring, for activities: `GET /internal/counties/{countyId}/branches`, in the order of the ids. */
export const countyBranchesQuery = z.strictObject({ after: id.optional(), limit: z.coerce.number().pipe(pageSize) });
export const countyBranchesAnswer = z.strictObject({ branchIds: z.array(id), next: id.optional() });
export type CountyBranchesAnswer = z.infer<typeof countyBranchesAnswer>;

/** Scoring, for activities: `POST /internal/county-months/{countyId}/{period}/branches/{branchId}/open`. */
export const openBranchParams = countyMonthParams.extend({ branchId: id });
export const openBranchAnswer = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.enum(['opened', 'already-open']) }),
  z.strictObject({ outcome: z.literal('refused'), code: z.string() }),
]);
export type OpenBranchAnswer = z.infer<typeof openBranchAnswer>;

/** What the county organisation department sees of a month that opened by itself. Counts are those of the last pass. */
export const countyMonthView = z.strictObject({
  countyId: id,
  period: month,
  begunAt: instant,
  finishedAt: instant.optional(),
  counts: z.strictObject({ branches: z.int(), open: z.int() }).optional(),
  refusals: z.array(
    z.strictObject({ branchId: id, branchName: z.string(), code: z.string(), facts: z.record(z.string(), z.unknown()), at: instant }),
  ),
});
export type CountyMonthView = z.infer<typeof countyMonthView>;
