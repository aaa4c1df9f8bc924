import { z } from 'zod';
import { branchMonthSummary } from './branch-month.ts';
import { id, instant, month } from './primitives.ts';

/** Most branches that one run of a county's month opens. */
export const countyPageSize = 50;

/** What is still to be opened: page by page after a branch, or once again what was refused. */
export type CountyMonthPass = { kind: 'first'; after?: string | undefined; refused: string[] } | { kind: 'again'; remaining: string[] };

export type CountyMonthKey = { countyId: string; period: string };

/** Without `pass` the month begins. */
export type CountyMonthInput = CountyMonthKey & { pageSize: number; pass?: CountyMonthPass | undefined };

/** The month is that of the time the Schedule gave. */
export type MonthTickInput = { countyId: string };

/** Scoring, for activities: `GET /internal/counties/{countyId}/branches`, in the order of the ids. */
export const countyBranchesQuery = z.strictObject({ after: id.optional(), limit: z.coerce.number().pipe(z.int().min(1).max(100)) });
export const countyBranchesAnswer = z.strictObject({ branchIds: z.array(id), next: id.optional() });
export type CountyBranchesAnswer = z.infer<typeof countyBranchesAnswer>;

/** Scoring, for activities: `POST /internal/county-months/{countyId}/{month}/branches/{branchId}/open`. */
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

/** `POST /branch-months`: opens a month of a branch; repeated, it answers the month that is open. */
export const openMonthRequest = z.strictObject({ branchId: id, period: month });
export const openedMonth = branchMonthSummary.pick({
  branchId: true,
  branchName: true,
  period: true,
  stage: true,
  round: true,
  counters: true,
});
