import { z } from 'zod';

/** "0.5", "-2", "1/3"; at most six decimals. */
export const numberText = z.string().regex(/^-?\d{1,12}(\.\d{1,6})?(\/[1-9]\d{0,11})?$/);
/** "[80,90)": each edge open or closed, an empty side without end. */
export const intervalText = z.string().regex(/^(\[-?[0-9./]+|\((-?[0-9./]+)?),(-?[0-9./]+\]|(-?[0-9./]+)?\))$/);
export const schemeId = z.string().regex(/^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$/);
export const title = z.string().min(1).max(200);
const places = z.int().min(0).max(6);
/** Long enough for any text, short enough that no chain of them makes numbers without end. */
export const chainLength = 20;
const counted = z.int().min(0).max(10_000);

const byClass = z.strictObject({ byClass: z.record(schemeId, numberText), otherwise: numberText.exactOptional() });
export const weight = z.union([numberText, byClass]);
export const value = z.union([numberText, byClass, z.strictObject({ ceiling: schemeId })]);
export const rounding = z.strictObject({ places, mode: z.enum(['half-up', 'half-even', 'down', 'up']) });
const option = z.strictObject({ id: schemeId, title, value: numberText });
const options = z.array(option).min(1).max(200);
const electorates = z.array(z.strictObject({ id: schemeId, title, weight: numberText })).min(1);
const together = z.enum(['sum', 'mean', 'highest', 'lowest', 'last', 'only']);

const tableRow = z.union([
  z.strictObject({ in: intervalText, value }),
  z.strictObject({ in: intervalText, times: numberText, plus: numberText }),
]);

export const adjustment = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('times'), by: value }),
  z.strictObject({ kind: z.literal('plus'), amount: value }),
  z.strictObject({ kind: z.literal('free'), upTo: value }),
  z.strictObject({ kind: z.literal('table'), rows: z.array(tableRow).min(1).max(200) }),
  z.strictObject({ kind: z.literal('at-most'), value }),
  z.strictObject({ kind: z.literal('at-least'), value }),
  z.strictObject({ kind: z.literal('round'), ...rounding.shape }),
  z.strictObject({
    kind: z.literal('if-marked'),
    mark: schemeId,
    get adjust() {
      return z.array(adjustment).min(1).max(chainLength);
    },
  }),
]);

export const measure = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), value }),
  z.strictObject({ kind: z.literal('count') }),
  z.strictObject({
    kind: z.literal('value'),
    unit: title,
    range: intervalText.exactOptional(),
    together,
    usual: numberText.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('choice'), options, together }),
  z.strictObject({ kind: z.literal('level'), levels: options, sameDeed: z.enum(['highest-once', 'each']) }),
  z.strictObject({ kind: z.literal('ratio') }),
  z.strictObject({ kind: z.literal('fulfilment'), rates: options }),
  z.strictObject({ kind: z.literal('tally'), options, electorates }),
  z.strictObject({
    kind: z.literal('ratings'),
    range: intervalText,
    electorates,
    leaveOut: z.strictObject({ highest: counted, lowest: counted }),
  }),
  z.strictObject({
    kind: z.literal('result'),
    of: schemeId,
    when: z.enum(['this-period', 'previous-period', 'previous-year']),
    share: numberText,
    first: value.exactOptional(),
  }),
]);

export const subPeriod = z.enum(['month', 'quarter', 'half-year']);
export const cap = z.strictObject({
  per: z.enum(['day', 'month', 'quarter', 'half-year', 'year']),
  atMost: value.exactOptional(),
  atLeast: value.exactOptional(),
});
