import type { SchemeNode } from '@jifen/domain';
import { z } from 'zod';
import { condition } from './scheme-conditions.ts';
import { adjustment, cap, chainLength, measure, schemeId, subPeriod, title, value, weight } from './scheme-measures.ts';

const common = {
  id: schemeId,
  title,
  clause: title.exactOptional(),
  for: z.array(schemeId).min(1).exactOptional(),
  adjust: z.array(adjustment).max(chainLength).exactOptional(),
  bounds: z.strictObject({ atMost: value.exactOptional(), atLeast: value.exactOptional() }).exactOptional(),
  absent: z.enum(['missing', 'nothing']).exactOptional(),
};
const selection = {
  order: z.enum(['highest', 'lowest']),
  take: z.int().min(1).max(10_000),
  by: z.enum(['sum', 'mean']),
};

const rollup = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sum') }),
  z.strictObject({ kind: z.literal('mean') }),
  z.strictObject({ kind: z.literal('mean-of-present') }),
  z.strictObject({ kind: z.literal('last') }),
  z.strictObject({ kind: z.literal('select'), ...selection }),
]);
const partOfYear = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('by-ceilings'), plan: schemeId, to: value }),
  z.strictObject({ kind: z.literal('by-number') }),
]);

const item = z.strictObject({
  ...common,
  kind: z.literal('item'),
  measure,
  each: z.array(adjustment).max(chainLength).exactOptional(),
  caps: z.array(cap).max(chainLength).exactOptional(),
  requires: z.array(z.enum(['evidence', 'reason', 'second-person'])).exactOptional(),
  approvals: z.array(schemeId).exactOptional(),
  sample: z.literal(true).exactOptional(),
});

const part: z.ZodType<SchemeNode> = z.lazy(() => schemeNode);
const parts = z.array(part).min(1).max(1_000);

/** One level of the tree; what lies below is a node again. */
export const nodeKinds = z.discriminatedUnion('kind', [
  item,
  z.strictObject({ ...common, kind: z.literal('sum'), parts }),
  z.strictObject({ ...common, kind: z.literal('product'), parts }),
  z.strictObject({ ...common, kind: z.literal('weighted'), parts: z.array(z.strictObject({ weight, part })).min(1) }),
  z.strictObject({ ...common, kind: z.literal('select'), ...selection, parts }),
  z.strictObject({ ...common, kind: z.literal('choose-one'), parts }),
  z.strictObject({ ...common, kind: z.literal('when'), condition, part, otherwise: part.exactOptional() }),
  z.strictObject({
    ...common,
    kind: z.literal('over-periods'),
    each: subPeriod,
    by: rollup,
    partOfYear: partOfYear.exactOptional(),
    part,
  }),
]);

export const schemeNode: z.ZodType<SchemeNode> = nodeKinds.meta({ id: 'node' });
