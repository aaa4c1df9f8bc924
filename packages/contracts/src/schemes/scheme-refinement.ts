import { z } from 'zod';
import { intervalText, numberText, schemeId, title } from './scheme-measures.ts';

export const latitude = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add-items'), part: schemeId, worth: intervalText, atMost: z.int().min(1).max(100) }),
  z.strictObject({ kind: z.literal('set-worth'), part: schemeId, worth: intervalText }),
]);

const change = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('add-item'),
    part: schemeId,
    id: schemeId,
    title,
    worth: numberText,
    requires: z.array(z.enum(['evidence', 'reason', 'second-person'])).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('set-worth'), part: schemeId, worth: numberText }),
]);

/** How an organisation refines its superior's scheme: format jifen-refinement/1. */
export const schemeRefinement = z.strictObject({
  format: z.literal('jifen-refinement/1'),
  id: schemeId,
  version: z.int().min(1),
  title,
  parent: z.strictObject({ id: schemeId, version: z.int().min(1) }),
  changes: z.array(change).max(1_000),
});
