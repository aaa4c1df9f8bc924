import fc from 'fast-check';
import type { Adjustment, Measure, Value, Weight } from './language/measure.ts';
import type { SchemeNode } from './language/node.ts';
import type { ScoringScheme } from './language/scoring-scheme.ts';
import { condition } from './random-conditions.builders.ts';

const number = fc.constantFrom('0', '0.5', '1', '2', '3', '5', '10', '1/3', '-0.5', '-1', '-2');
const rate = fc.constantFrom('0.2', '0.5', '1', '2', '-1', '12/100', '1/3');
const value: fc.Arbitrary<Value> = fc.oneof(
  { weight: 4, arbitrary: number },
  { weight: 1, arbitrary: fc.record({ byClass: fc.record({ a: number, b: number }) }) },
  { weight: 1, arbitrary: fc.record({ byClass: fc.record({ a: number }), otherwise: number }) },
  { weight: 1, arbitrary: fc.constant({ ceiling: 'task' }) },
);
const rounding = fc.record({ places: fc.integer({ min: 0, max: 2 }), mode: fc.constantFrom('half-up', 'half-even', 'down', 'up') });
const rows = fc.constantFrom(
  [
    { in: '(,1)', value: '0' },
    { in: '[1,4]', value: '2' },
    { in: '(4,)', times: '0.5', plus: '1' },
  ],
  [
    { in: '[0,2]', value: '1' },
    { in: '[3,)', value: '2' },
  ],
  [{ in: '(,)', times: '2', plus: '0' }],
);
const plain: fc.Arbitrary<Adjustment> = fc.oneof(
  fc.record({ kind: fc.constant('times' as const), by: fc.oneof(rate, value) }),
  fc.record({ kind: fc.constant('plus' as const), amount: value }),
  fc.record({ kind: fc.constant('free' as const), upTo: fc.constantFrom('1', '2') }),
  fc.record({ kind: fc.constant('table' as const), rows }),
  fc.record({ kind: fc.constantFrom('at-most' as const, 'at-least' as const), value }),
  rounding.map((one): Adjustment => ({ kind: 'round', ...one })),
);
const ofEntry: fc.Arbitrary<Adjustment> = fc.oneof(
  { weight: 3, arbitrary: plain },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('if-marked' as const),
      mark: fc.constant('media'),
      adjust: fc.array(plain, { minLength: 1, maxLength: 2 }),
    }),
  },
);

const options = ['-1', '0', '2'].map((worth, index) => ({ id: `o${index}`, title: `选项${index}`, value: worth }));
const electorates = [
  { id: 'members', title: '党员', weight: '0.6' },
  { id: 'masses', title: '群众', weight: '0.4' },
];
const together = fc.constantFrom('sum', 'mean', 'highest', 'lowest', 'last', 'only');
const measure: fc.Arbitrary<Measure> = fc.oneof(
  fc.record({ kind: fc.constant('fixed' as const), value }),
  fc.constant<Measure>({ kind: 'count' }),
  fc.record({ kind: fc.constant('value' as const), unit: fc.constant('分'), range: fc.constantFrom('[-5,5]', '[0,10]'), together }),
  fc.record({
    kind: fc.constant('value' as const),
    unit: fc.constant('分'),
    range: fc.constant('[-5,5]'),
    together,
    usual: fc.constantFrom('-0.5', '2'),
  }),
  fc.record({ kind: fc.constant('choice' as const), options: fc.constant(options), together }),
  fc.record({
    kind: fc.constant('level' as const),
    levels: fc.constant(options),
    sameDeed: fc.constantFrom('highest-once' as const, 'each' as const),
  }),
  fc.constant<Measure>({ kind: 'ratio' }),
  fc.constant<Measure>({ kind: 'fulfilment', rates: options }),
  fc.constant<Measure>({ kind: 'tally', options, electorates }),
  fc.constant<Measure>({
    kind: 'ratings',
    range: '[0,10]',
    electorates: [{ id: 'members', title: '党员', weight: '1' }],
    leaveOut: { highest: 1, lowest: 0 },
  }),
  fc.record({
    kind: fc.constant('result' as const),
    of: fc.constantFrom('n0', 'n1', 'n2', 'n3'),
    when: fc.constantFrom('this-period' as const, 'previous-period' as const, 'previous-year' as const),
    share: fc.constantFrom('0.2', '1'),
    first: number,
  }),
);

const bounds = fc.constantFrom(
  {},
  { atMost: '10' },
  { atLeast: '0' },
  { atMost: '20', atLeast: '-3' },
  { atMost: { byClass: { a: '5', b: '8' } } },
);
const common = {
  id: fc.constant(''),
  title: fc.constant('计分项'),
  bounds,
  absent: fc.constantFrom('missing' as const, 'nothing' as const),
  for: fc.constantFrom(undefined, undefined, undefined, ['a'], ['a', 'b']),
  adjust: fc.array(plain, { maxLength: 1 }),
};
const cap = fc.record({
  per: fc.constantFrom('day' as const, 'month' as const, 'quarter' as const),
  atMost: fc.constantFrom('1', '3'),
  atLeast: fc.constant('-4'),
});
const hasEntries = ({ kind }: Measure): boolean => ['count', 'value', 'choice', 'level'].includes(kind);
const addsUp = (measure: Measure): boolean => hasEntries(measure) && (!('together' in measure) || measure.together === 'sum');
const item = fc
  .record({
    ...common,
    kind: fc.constant('item' as const),
    measure,
    each: fc.array(ofEntry, { maxLength: 2 }),
    caps: fc.array(cap, { maxLength: 2 }),
  })
  .map(({ each, caps, ...one }) => ({ ...one, ...(hasEntries(one.measure) ? { each } : {}), ...(addsUp(one.measure) ? { caps } : {}) }));

type Loose = Record<string, unknown>;
const { tree } = fc.letrec<{ tree: Loose; group: Loose }>((tie) => {
  const parts = fc.array(tie('tree'), { minLength: 1, maxLength: 3 });
  const group = fc.oneof(
    fc.record({ ...common, kind: fc.constantFrom('sum', 'product', 'choose-one'), parts }),
    fc.record({ ...common, kind: fc.constant('sum'), parts }),
    fc.record({
      ...common,
      kind: fc.constant('weighted'),
      parts: fc.array(
        fc.record({
          weight: fc.constantFrom<Weight>('0.5', '0.3', { byClass: { a: '0.5', b: '0.2' } }, { byClass: { b: '1' }, otherwise: '0' }),
          part: tie('tree'),
        }),
        { minLength: 1, maxLength: 2 },
      ),
    }),
    fc.record({
      ...common,
      kind: fc.constant('select'),
      order: fc.constantFrom('highest', 'lowest'),
      take: fc.integer({ min: 1, max: 2 }),
      by: fc.constantFrom('sum', 'mean'),
      parts,
    }),
    fc.record({ ...common, kind: fc.constant('when'), condition, part: tie('tree'), otherwise: tie('tree') }),
    fc.record({
      ...common,
      kind: fc.constant('over-periods'),
      partOfYear: fc.constantFrom(undefined, { kind: 'by-number' }, { kind: 'by-ceilings', plan: 'task', to: '70' }),
      each: fc.constantFrom('month', 'quarter', 'half-year'),
      by: fc.oneof(
        fc.record({ kind: fc.constantFrom('sum', 'mean', 'mean-of-present', 'last') }),
        fc.record({
          kind: fc.constant('select'),
          order: fc.constantFrom('highest', 'lowest'),
          take: fc.constant(2),
          by: fc.constantFrom('sum', 'mean'),
        }),
      ),
      part: tie('tree'),
    }),
  );
  return { tree: fc.oneof({ maxDepth: 3, withCrossShrink: true }, item, tie('group')), group };
});

const definedOnly = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(definedOnly)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [[key, definedOnly(inner)]])))
      : value;

/** Ids in the order of the file: n0, n1, … */
function numbered(root: Loose): SchemeNode {
  let next = 0;
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null) return value;
    const own = 'id' in value && value.id === '' ? { ...value, id: `n${next++}` } : value;
    return Object.fromEntries(Object.entries(own).map(([key, inner]) => [key, visit(inner)]));
  };
  return visit(definedOnly(root)) as SchemeNode;
}

const bands = fc.constantFrom(
  [
    { grade: 'good', in: '[5,)' },
    { grade: 'poor', in: '(,5)' },
  ],
  [
    { grade: 'good', in: '[6,)' },
    { grade: 'poor', in: '(,5]' },
  ],
);

/** Schemes of any shape; many of them refer to parts that are not there. */
export const anyScheme: fc.Arbitrary<ScoringScheme> = fc
  .record({ root: tree, bands, startsInMonth: fc.constantFrom(1, 7, 12), graded: fc.boolean(), vetoed: fc.boolean() })
  .map(({ root, bands: table, startsInMonth, graded, vetoed }): ScoringScheme => {
    const score = numbered(root);
    return {
      format: 'jifen-scheme/1',
      id: 'random',
      version: 1,
      title: '随机办法',
      places: 2,
      year: { startsInMonth },
      classes: [
        { id: 'a', title: '甲类' },
        { id: 'b', title: '乙类' },
      ],
      plans: [{ id: 'task', title: '月度上限', each: '[5,6]', step: '1' }],
      score,
      ...(graded
        ? {
            grading: {
              of: score.id,
              grades: [
                { id: 'good', title: '优秀' },
                { id: 'poor', title: '不合格' },
              ],
              tables: [{ bands: table }],
            },
          }
        : {}),
      overrides: vetoed
        ? [
            {
              id: 'breach',
              title: '违纪',
              when: { kind: 'decision', decision: 'breach' },
              effect: { kind: 'result-is', of: score.id, value: '0' },
            },
          ]
        : [],
    };
  });
