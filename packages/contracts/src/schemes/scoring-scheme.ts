import { z } from 'zod';
import { condition } from './scheme-conditions.ts';
import { intervalText, numberText, rounding, schemeId, title } from './scheme-measures.ts';
import { schemeNode } from './scheme-nodes.ts';
import { latitude } from './scheme-refinement.ts';

/** As many as people write; what compares each with each other stays quick. */
const most = 100;

const named = z.strictObject({ id: schemeId, title });
const ids = z.array(schemeId).min(1).max(most);

const plan = named.extend({ each: intervalText, step: numberText, total: numberText.exactOptional() });
const pledgeRule = z.strictObject({ item: schemeId, classes: ids, kinds: ids });
const sameDeed = z.strictObject({ id: schemeId, items: ids });

const bandTable = z.strictObject({
  for: z.strictObject({ classes: ids.exactOptional(), standing: z.enum(['full', 'probationary']).exactOptional() }).exactOptional(),
  bands: z.array(z.strictObject({ grade: schemeId, in: intervalText })).max(most),
});
const grading = z.strictObject({
  of: schemeId,
  round: rounding.exactOptional(),
  grades: z.array(named).min(1).max(most),
  tables: z.array(bandTable).min(1).max(most),
  notFromPointsAfterExemptMonths: z.int().min(1).max(12).exactOptional(),
});
const listing = named.extend({
  of: schemeId,
  round: rounding.exactOptional(),
  bands: z
    .array(named.extend({ in: intervalText }))
    .min(1)
    .max(most),
});

const override = named.extend({
  clause: title.exactOptional(),
  when: condition,
  effect: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('grade-is'), grade: schemeId }),
    z.strictObject({ kind: z.literal('grade-at-most'), grade: schemeId }),
    z.strictObject({ kind: z.literal('result-is'), of: schemeId, value: numberText }),
  ]),
});
const quota = named.extend({
  grade: schemeId,
  limit: z.enum(['at-most', 'at-least']),
  places: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('share'), share: numberText, round: z.enum(['down', 'up', 'half-up']) }),
    z.strictObject({ kind: z.literal('allotted') }),
  ]),
});
const rung = named.extend({ when: condition });

const policies = z.strictObject({
  promotionBetween: z.literal('year-end-grades').exactOptional(),
  vetoNeeds: z.literal('decision-in-force').exactOptional(),
  objectionHoldsBack: z.enum(['line', 'list']).exactOptional(),
  lateApplication: z.enum(['until-review-then-supplement', 'refused']).exactOptional(),
  correction: z.literal('reversing-entry').exactOptional(),
  removal: z.literal('by-people-only').exactOptional(),
  promotion: z.literal('list-only').exactOptional(),
});

/** A way of scoring as a file: format jifen-scheme/1. */
export const scoringScheme = z.strictObject({
  format: z.literal('jifen-scheme/1'),
  id: schemeId,
  version: z.int().min(1),
  title,
  places: z.int().min(0).max(6),
  year: z.strictObject({ startsInMonth: z.int().min(1).max(12) }),
  classes: z.array(named).max(most).exactOptional(),
  plans: z.array(plan).max(most).exactOptional(),
  pledges: z.array(pledgeRule).max(most).exactOptional(),
  score: schemeNode,
  apart: z.array(schemeNode).max(most).exactOptional(),
  sameDeed: z.array(sameDeed).max(most).exactOptional(),
  grading: grading.exactOptional(),
  lists: z.array(listing).max(most).exactOptional(),
  overrides: z.array(override).max(most).exactOptional(),
  quotas: z.array(quota).max(most).exactOptional(),
  ladders: z
    .array(named.extend({ rungs: z.array(rung).min(1).max(most) }))
    .max(most)
    .exactOptional(),
  proposals: z.array(rung).max(most).exactOptional(),
  latitude: z.array(latitude).max(most).exactOptional(),
  policies: policies.exactOptional(),
});
