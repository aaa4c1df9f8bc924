import { z } from 'zod';
import { howApplied } from './acts.ts';
import { applicationState } from './branch-month.ts';
import { componentTotals, entry, evidenceOfItem, fulfilment } from './lines.ts';
import { amount, id, instant, localDate, month } from './primitives.ts';

/** The application form of one member: everything filled in that is known. */
export const applicationForm = z.strictObject({
  branchId: id,
  branchName: z.string(),
  period: month,
  memberId: id,
  memberName: z.string(),
  state: applicationState,
  open: z.boolean(),
  late: z.boolean(),
  lastDay: localDate,
  ceiling: amount,
  pledges: z.array(z.strictObject({ pledgeId: id, kind: z.string(), text: z.string(), weight: z.int() })),
  rewardItems: z.array(z.strictObject({ item: id, title: z.string(), maximum: amount, evidence: evidenceOfItem, sample: z.boolean() })),
  submitted: z
    .strictObject({
      actId: id,
      at: instant,
      onBehalf: z.boolean(),
      ...howApplied.shape,
      /** Of an entry on behalf: when its member has confirmed it, and whether the caller may do so now. */
      confirmedAt: instant.optional(),
      confirmable: z.boolean(),
      fulfilments: z.array(fulfilment),
      rewards: z.array(entry),
      calculatedTask: amount,
      withdrawable: z.boolean(),
    })
    .optional(),
  /** Where nothing is submitted: what was withdrawn last. Sent again unchanged, what had come in time is not late. */
  withdrawn: z.strictObject({ inTime: z.boolean(), fulfilments: z.array(fulfilment), rewards: z.array(entry) }).optional(),
  last: z.strictObject({ period: month, totals: componentTotals, fulfilments: z.array(fulfilment), rewards: z.array(entry) }).optional(),
  next: z.strictObject({ role: z.string(), name: z.string().optional(), lastDay: localDate.optional() }),
});
export type ApplicationForm = z.infer<typeof applicationForm>;
