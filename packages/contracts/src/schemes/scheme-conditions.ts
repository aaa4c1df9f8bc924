import { z } from 'zod';
import { intervalText, schemeId, subPeriod } from './scheme-measures.ts';

export const condition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('score'), of: schemeId, in: intervalText }),
  z.strictObject({ kind: z.literal('entries'), item: schemeId, in: intervalText }),
  z.strictObject({ kind: z.literal('decision'), decision: schemeId }),
  z.strictObject({ kind: z.literal('grade'), in: z.array(schemeId).min(1), year: z.enum(['this', 'last']) }),
  z.strictObject({ kind: z.literal('consecutive-grades'), years: z.int().min(1).max(30), in: z.array(schemeId).min(1) }),
  z.strictObject({ kind: z.literal('month'), in: z.array(z.int().min(1).max(12)).min(1) }),
  z.strictObject({ kind: z.literal('months'), of: z.enum(['taken-part', 'away', 'exempt']), in: intervalText }),
  z.strictObject({ kind: z.literal('grade-rise'), atLeast: z.int().min(1).max(100) }),
  z.strictObject({ kind: z.literal('class'), in: z.array(schemeId).min(1) }),
  z.strictObject({ kind: z.literal('standing'), is: z.enum(['full', 'probationary']) }),
  z.strictObject({
    kind: z.literal('consecutive'),
    times: z.int().min(1).max(120),
    each: z.union([subPeriod, z.literal('year')]),
    of: schemeId,
    in: intervalText,
  }),
  z.strictObject({
    kind: z.literal('all'),
    get of() {
      return z.array(condition).min(1).max(100);
    },
  }),
  z.strictObject({
    kind: z.literal('any'),
    get of() {
      return z.array(condition).min(1).max(100);
    },
  }),
  z.strictObject({
    kind: z.literal('not'),
    get of() {
      return condition;
    },
  }),
]);
