import { z } from 'zod';
import { numberText, schemeId, title } from './scheme-measures.ts';

/** What a year may have besides its entries. */
const most = 1_000;
const factId = z.string().min(1).max(100);
const month = z.string().regex(/^\d{4}-\d{2}$/);
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** A number as an evaluation printed it, however long. */
const resultText = z.string().regex(/^-?\d{1,900}(\.\d{1,3000})?(\/[1-9]\d{0,899})?$/);
const counts = z.record(schemeId, z.int().min(0));

const entry = z.strictObject({
  id: factId,
  item: schemeId,
  date,
  quantity: z.int().min(1).exactOptional(),
  value: numberText.exactOptional(),
  outOf: numberText.exactOptional(),
  choice: schemeId.exactOptional(),
  level: schemeId.exactOptional(),
  deed: factId.exactOptional(),
  pledge: factId.exactOptional(),
  electorate: schemeId.exactOptional(),
  votes: counts.exactOptional(),
  marks: z.array(schemeId).exactOptional(),
  evidence: title.exactOptional(),
  reason: title.exactOptional(),
  secondPerson: title.exactOptional(),
});

const pledge = z.strictObject({
  id: factId,
  item: schemeId,
  title,
  kind: schemeId,
  weight: z.int().min(1),
  due: z.array(month).max(12),
});

const earlierYear = z.strictObject({
  year: z.int(),
  components: z.record(z.string(), z.record(z.string(), z.union([resultText, z.null()]))),
  grade: z.union([schemeId, z.null()]),
});

/** What was recorded of one member in one assessment year: format jifen-facts/1. */
export const scoringFacts = z.strictObject({
  format: z.literal('jifen-facts/1'),
  year: z.int().min(1000).max(9998),
  until: month.exactOptional(),
  member: z.strictObject({
    id: factId,
    standing: z.enum(['full', 'probationary']),
    classes: z
      .array(z.strictObject({ class: schemeId, from: date }))
      .max(most)
      .exactOptional(),
    away: z.array(month).max(12).exactOptional(),
    exempt: z.array(month).max(12).exactOptional(),
  }),
  entries: z.array(entry),
  reversals: z.array(z.strictObject({ id: factId, reverses: factId })).exactOptional(),
  pledges: z.array(pledge).max(most).exactOptional(),
  ceilings: z.record(schemeId, z.record(month, numberText)).exactOptional(),
  decisions: z
    .array(z.strictObject({ id: factId, decision: schemeId, date, document: title }))
    .max(most)
    .exactOptional(),
  earlier: z.array(earlierYear).max(most).exactOptional(),
  branch: z.strictObject({ graded: z.int().min(0), grades: counts, places: counts.exactOptional() }).exactOptional(),
});
