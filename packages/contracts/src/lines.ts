import { z } from 'zod';
import { amount, id, keptText, points, sentence } from './primitives.ts';

/** One addition or deduction: the scheme's item, its amount in hundredths (never negative), what it is for (事由), and what proves it (依据). */
export const entry = z.strictObject({ item: id, amount, basis: keptText.optional(), evidence: keptText.optional() });
export type EntryLine = z.infer<typeof entry>;
export const typedEntry = entry.extend({ basis: sentence.optional(), evidence: sentence.optional() });

/** Whether an entry of the item names its evidence: document or witness. */
export const evidenceOfItem = z.enum(['required', 'optional']);

/** What may be deducted and rewarded, by the scheme frozen with the month. */
const schemeItem = z.strictObject({
  item: id,
  title: z.string(),
  amount: amount.optional(),
  evidence: evidenceOfItem,
  sample: z.boolean(),
});
export const schemeItems = z.strictObject({ deductions: z.array(schemeItem), rewards: z.array(schemeItem) });
export type SchemeItems = z.infer<typeof schemeItems>;

/** 完成 / 部分完成 / 未完成. A sentence is required only where a pledge was not done in full. */
export const fulfilmentState = z.enum(['done', 'partly-done', 'not-done']);
export const fulfilment = z.strictObject({ pledgeId: id, state: fulfilmentState, sentence: keptText.optional() });
export type FulfilmentLine = z.infer<typeof fulfilment>;
export const typedFulfilment = fulfilment.extend({ sentence: sentence.optional() });

/** The values of a member's line at one stage; deductions and rewards are lists, task is hundredths. */
export const lineValues = z.strictObject({ deductions: z.array(entry).max(20), task: amount, rewards: z.array(entry).max(20) });
export type LineValuesShape = z.infer<typeof lineValues>;

const typedEntries = z.array(typedEntry).max(20);

/** A member's line as somebody sends it. */
export const memberLine = z.strictObject({ memberId: id, deductions: typedEntries, task: amount, rewards: typedEntries });

/** A changed line needs its reason (调整理由); lines not named pass with the value of the step before. */
export const changedLine = memberLine.extend({ reason: sentence });

export const tracedValue = z.union([z.string(), z.number()]);
export const traceStep = z.strictObject({ code: z.string(), values: z.record(z.string(), tracedValue) });

export const componentTotals = z.strictObject({ base: points, task: points, reward: points, honour: points, total: points });
