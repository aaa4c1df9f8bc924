import { z } from 'zod';
import { howApplied } from './acts.ts';
import { componentTotals, traceStep } from './lines.ts';
import { amount, hash, id, instant, localDate, month, points, recordedActId, round } from './primitives.ts';

export const scoreEntry = z.strictObject({
  id: z.string(),
  period: month,
  component: z.enum(['base', 'task', 'reward', 'honour']),
  item: z.string(),
  /** As the month's scheme names the item; task rows have none. */
  title: z.string().optional(),
  amount: points,
  actId: recordedActId,
  basis: z.string().optional(),
  evidence: z.string().optional(),
  registeredBy: z.string().optional(),
  meetingOn: localDate.optional(),
  at: instant,
  onBehalf: z.boolean(),
  reverses: z.string().optional(),
});

/** 个人积分单: months hold the month's amounts, `yearToDate` the sum against its possible maximum. No grade before the year's end. */
export const sheetView = z.strictObject({
  memberId: id,
  name: z.string(),
  branchId: id,
  branchName: z.string(),
  year: z.int(),
  throughPeriod: month.optional(),
  yearToDate: componentTotals.extend({ baseBalance: points, possibleMaximum: points, rewardSurplus: points }),
  months: z.array(
    z.strictObject({
      period: month,
      ceiling: amount,
      state: z.enum(['none', 'open', 'in-publicity', 'settled', 'held-back']),
      /** 以前月份补录: it came from paper. */
      broughtIn: z.literal(true).optional(),
      ...howApplied.shape,
      totals: componentTotals.optional(),
      trace: z.array(traceStep),
      hash: hash.optional(),
    }),
  ),
  entries: z.array(scoreEntry),
  objection: z.strictObject({ branchId: id, period: month, round, lastDay: localDate, name: z.string(), telephone: z.string() }).optional(),
});
export type SheetView = z.infer<typeof sheetView>;
