import { describe, expect, it } from '@jest/globals';
import type { Condition } from '../language/condition.ts';
import type { EarlierYear, FactEntry } from '../language/facts.ts';
import type { Item, Rollup, SchemeNode } from '../language/node.ts';
import { aCount, aSum, aValue } from '../scheme.builders.ts';
import type { Evaluation } from './evaluate.ts';
import { scored } from './scored.builders.ts';

const conflicts = (result: Evaluation) => result.conflicts.map(({ code, node, period }) => [code, node, period].join(' '));
const only = (id: string, own: Partial<Item> = {}): Item =>
  aValue(id, '[0,100]', { measure: { kind: 'value', unit: '分', range: '[0,100]', together: 'only' }, ...own });
const quarterly = (kind: Exclude<Rollup['kind'], 'select'>, part: SchemeNode): SchemeNode => ({
  kind: 'over-periods',
  id: 'year',
  title: '全年',
  each: 'quarter',
  by: { kind },
  part,
});
const inQuarters = (...values: (string | null)[]): Partial<FactEntry>[] =>
  values.flatMap((value, index) => (value === null ? [] : [{ date: `2026-${String(index * 3 + 2).padStart(2, '0')}-01`, value }]));
const grading = {
  of: 'a',
  grades: ['good', 'fair', 'poor'].map((id) => ({ id, title: id })),
  tables: [
    {
      bands: [
        { grade: 'good', in: '[90,)' },
        { grade: 'fair', in: '[60,90)' },
        { grade: 'poor', in: '(,60)' },
      ],
    },
  ],
};

describe('what is not known is not nothing (regulation 2-2)', () => {
  it('a sum leaves it out, reports it, and the grade stays open', () => {
    const result = scored(aSum('total', [only('a'), only('b')]), [{ value: '95' }], {}, { grading });
    expect([result.total, conflicts(result), result.grade]).toEqual([
      '95',
      ['part-missing b 2026'],
      { id: null, byPoints: null, basis: 'incomplete', overrides: [] },
    ]);
  });

  it('nothing at all is known of a sum without any known part', () => {
    expect(scored(aSum('total', [only('a'), only('b')]), []).total).toBeNull();
  });

  it('a part that need not be there leaves nothing open', () => {
    const result = scored(aSum('total', [only('a'), only('b', { absent: 'nothing' })]), [{ value: '95' }], {}, { grading });
    expect([result.total, conflicts(result), result.grade.id]).toEqual(['95', [], 'good']);
  });

  it('a product needs every factor', () => {
    const product = (absent: 'missing' | 'nothing'): SchemeNode => ({
      kind: 'product',
      id: 'total',
      title: '积',
      parts: [only('a'), only('b', { absent })],
    });
    expect([scored(product('missing'), [{ value: '95' }]).total, scored(product('nothing'), [{ value: '95' }]).total]).toEqual([
      null,
      '95',
    ]);
  });

  it.each([
    ['mean', '40', ['part-missing a 2026-Q4']],
    ['mean-of-present', '160/3', []],
    ['sum', '160', ['part-missing a 2026-Q4']],
    ['last', '50', ['part-missing a 2026-Q4']],
  ] as const)('%s of three known quarters is %s', (kind, total, missing) => {
    const result = scored(quarterly(kind, only('a')), inQuarters('30', '80', '50'));
    expect([result.total, conflicts(result)]).toEqual([total, missing]);
  });

  it('a quarter that is still to come is not missing', () => {
    const result = scored(quarterly('sum', only('a')), inQuarters('30', '80'), { until: '2026-06' });
    expect([result.total, conflicts(result), result.components.a]).toEqual(['110', [], { '2026-Q1': '30', '2026-Q2': '80' }]);
  });
});

describe('what people have to settle (regulation 2-2)', () => {
  it('two values where only one may be', () => {
    const result = scored(only('a'), [{ value: '1' }, { value: '2' }]);
    expect([result.total, result.conflicts]).toEqual([
      null,
      [{ code: 'more-than-one-entry', node: 'a', period: '2026', entries: ['e1', 'e2'], values: { count: '2' } }],
    ]);
  });

  it('two parts of which only one may have data', () => {
    const choose: SchemeNode = { kind: 'choose-one', id: 'either', title: '任选一项', parts: [only('a'), only('b')] };
    expect(conflicts(scored(choose, [{ value: '1' }, { item: 'b', value: '2' }]))).toEqual(['more-than-one-part either 2026']);
    expect(scored(choose, [{ item: 'b', value: '2' }]).total).toBe('2');
  });

  it('of several parts that count from nothing, the one that has entries is the one chosen', () => {
    const doubled = aCount('b', { each: [{ kind: 'times', by: '2' }] });
    const choice: SchemeNode = { kind: 'choose-one', id: 'c', title: '任选', parts: [aCount('a'), doubled, aCount('d')] };
    expect(scored(choice, [{ item: 'b' }]).total).toBe('2');
    expect(scored(choice, [{ item: 'a' }]).total).toBe('1');
    expect(scored(choice, []).total).toBe('0');
    const both = scored(choice, [{ item: 'a' }, { item: 'b' }]);
    expect([both.total, conflicts(both), both.conflicts[0]?.values.parts]).toEqual([null, ['more-than-one-part c 2026'], 'a项、b项']);
    const start = (id: string, value: string): Item => aCount(id, { measure: { kind: 'fixed', value } });
    const fixed = (one: string, other: string): SchemeNode => ({ ...choice, parts: [start('e', one), start('f', other)] });
    expect([scored(fixed('3', '3'), []).total, scored(fixed('3', '4'), []).total]).toEqual(['3', null]);
  });

  it('an entry of a month in which the member was away', () => {
    const result = scored(aCount('a'), [{}, { date: '2026-05-01' }], { member: { id: 'm', standing: 'full', away: ['2026-05'] } });
    expect([result.total, conflicts(result)]).toEqual(['1', ['entry-while-away a 2026-05']]);
  });

  it('too few ratings to leave the highest and the lowest out', () => {
    const electorates = [{ id: 'm', title: '党员', weight: '1' }];
    const rating = aCount('a', { measure: { kind: 'ratings', range: '[0,100]', electorates, leaveOut: { highest: 1, lowest: 1 } } });
    const given = (...values: string[]) =>
      scored(
        rating,
        values.map((value) => ({ electorate: 'm', value })),
      );
    expect([given('90', '80').total, conflicts(given('90', '80'))[1]]).toEqual([null, 'too-few-ratings a 2026']);
    expect(given('90', '80', '10').total).toBe('80');
  });
});

describe('quotas (regulation 2-2, A22)', () => {
  it.each([
    ['at-most', 3, []],
    ['at-most', 4, ['quota-exceeded']],
    ['at-least', 3, []],
    ['at-least', 2, ['quota-not-reached']],
  ] as const)('%s a third of nine, with %i: %j', (limit, good, expected) => {
    const quotas = [
      { id: 'third', title: '三分之一', grade: 'good', limit, places: { kind: 'share', share: '1/3', round: 'down' } as const },
    ];
    const branch = { graded: 9, grades: { good } };
    expect(scored(only('a'), [{ value: '95' }], { branch }, { grading, quotas }).conflicts.map(({ code }) => code)).toEqual(expected);
  });
});

describe('pledges (regulation 2-1)', () => {
  const pledged = (id: string): Item =>
    aCount(id, {
      measure: {
        kind: 'fulfilment',
        rates: [
          { id: 'done', title: '完成', value: '1' },
          { id: 'not-done', title: '未完成', value: '0' },
        ],
      },
    });
  const pledge = (id: string, item: string, weight: number, due = ['2026-03']) => ({ id, item, title: id, kind: 'common', weight, due });
  const pledges = [pledge('p', 'a', 3), pledge('q', 'a', 1), pledge('r', 'b', 1)];
  const appraised = (id: string, choice: string, item = 'a') => ({ item, pledge: id, choice });

  it('those of an item count for it, by their weights', () => {
    const result = scored(
      aSum('total', [pledged('a'), pledged('b')]),
      [appraised('p', 'done'), appraised('q', 'not-done'), appraised('r', 'done', 'b')],
      { pledges },
    );
    expect([result.components.a, result.components.b]).toEqual([{ '2026': '0.75' }, { '2026': '1' }]);
  });

  it('one that is due and not appraised leaves the part open', () => {
    const result = scored(aSum('total', [pledged('a'), aCount('c')]), [appraised('p', 'done')], { pledges: pledges.slice(0, 2) });
    expect([result.total, conflicts(result)]).toEqual(['0', ['part-missing a 2026', 'pledge-not-appraised a 2026']]);
  });
});

describe('grades and what overrides them (regulation 2-2, A8)', () => {
  const decision = (name: string, grade: string, kind: 'grade-is' | 'grade-at-most') => ({
    id: name,
    title: name,
    when: { kind: 'decision', decision: name } as const,
    effect: { kind, grade },
  });
  const overrides = [
    decision('breach', 'poor', 'grade-is'),
    decision('reproach', 'fair', 'grade-is'),
    decision('late', 'fair', 'grade-at-most'),
  ];
  const graded = (value: string, ...names: string[]) => {
    const decisions = names.map((name) => ({ id: name, decision: name, date: '2026-05-01', document: '第1号' }));
    const { grade, total } = scored(only('a'), [{ value }], { decisions }, { grading, overrides });
    return [total, grade.id, grade.byPoints, grade.basis];
  };

  it.each([
    [['95'], ['95', 'good', 'good', 'points']],
    [
      ['95', 'breach'],
      ['95', 'poor', 'good', 'override'],
    ],
    [
      ['95', 'reproach', 'breach'],
      ['95', 'poor', 'good', 'override'],
    ],
    [
      ['95', 'late'],
      ['95', 'fair', 'good', 'override'],
    ],
    [
      ['50', 'late'],
      ['50', 'poor', 'poor', 'points'],
    ],
    [
      ['50', 'reproach'],
      ['50', 'fair', 'poor', 'override'],
    ],
  ])('%j', ([value = '', ...names], result) => expect(graded(value, ...names)).toEqual(result));

  it('a month in which a member was exempt counts once, however often it is named', () => {
    const basis = (...exempt: string[]) =>
      scored(
        only('a'),
        [{ value: '95' }],
        { member: { id: 'm', standing: 'full', away: exempt, exempt } },
        { grading: { ...grading, notFromPointsAfterExemptMonths: 2 } },
      ).grade.basis;
    expect([basis('2026-01', '2026-01'), basis('2026-01', '2026-02')]).toEqual(['points', 'appraisal-alone']);
  });

  it('a part that an override replaces keeps what was computed in the trace', () => {
    const zeroed = { ...decision('crime', 'poor', 'grade-is'), effect: { kind: 'result-is', of: 'b', value: '0' } as const };
    const decisions = [{ id: 'd', decision: 'crime', date: '2026-05-01', document: '第1号' }];
    const result = scored(
      aSum('total', [only('a'), only('b')]),
      [{ value: '5' }, { item: 'b', value: '7' }],
      { decisions },
      { overrides: [zeroed] },
    );
    expect([result.total, result.trace[0]?.of[1]?.rule, result.trace[0]?.of[1]?.of[0]?.result]).toEqual(['5', 'override', '7']);
  });
});

describe('rules over consecutive periods (regulation 2-3)', () => {
  const proposals = (times: number, each: 'quarter' | 'year', of: string) => ({
    proposals: [{ id: 'case', title: '提请研究', when: { kind: 'consecutive', times, each, of, in: '[0,60)' } as Condition }],
  });
  const year = (of: number, quarters: Record<string, string>): EarlierYear => ({ year: of, components: { a: quarters }, grade: null });

  it.each([
    [['50', '70', '50', '50'], [], true],
    [['50', '70', '50', '70'], [], false],
    [['50', '70', '70', '70'], [year(2025, { '2025-Q4': '55' })], true],
    [['50', '70', '70', '70'], [year(2025, { '2025-Q4': '65' })], false],
    [['50', '70', '70', '70'], [year(2024, { '2024-Q4': '55' })], false],
    [['70', '70', '70', '70'], [year(2025, { '2025-Q3': '55', '2025-Q4': '55' })], false],
  ])('two quarters below 60 in a row: %j after %j: %p', (values, earlier, holds) => {
    const result = scored(quarterly('sum', only('a')), inQuarters(...values), { earlier }, proposals(2, 'quarter', 'a'));
    expect(result.proposals).toEqual(holds ? ['case'] : []);
  });
});

describe('carry-over (regulation 2-1, A5)', () => {
  const base = (when: 'previous-year' | 'this-period'): Item =>
    aCount('base', { measure: { kind: 'result', of: 'a', when, share: '0.2', first: '20' }, bounds: { atMost: '20' } });
  const after = (components: EarlierYear['components']) =>
    scored(aSum('total', [only('a'), base('previous-year')]), [{ value: '50' }], { earlier: [{ year: 2025, components, grade: null }] })
      .components.base;

  it('a fifth of last year, at most 20; 20 where there was none', () => {
    expect(after({ a: { '2025': '90' } })).toEqual({ '2026': '18' });
    expect(after({ a: { '2025': '103' } })).toEqual({ '2026': '20' });
    expect(after({})).toEqual({ '2026': '20' });
    expect(after({ a: { '2025': '1/3000000000007' } })).toEqual({ '2026': '1/15000000000035' });
  });

  it('a share of another part of the same year, wherever it stands in the file', () => {
    expect(scored(aSum('total', [base('this-period'), only('a')]), [{ value: '50' }]).total).toBe('60');
  });
});

describe('a gate (regulation 2-1)', () => {
  const gate = (condition: Condition): SchemeNode =>
    aSum('total', [only('a'), { kind: 'when', id: 'gate', title: '门槛', condition, part: only('b'), otherwise: aCount('c') }]);
  const condition: Condition = { kind: 'score', of: 'a', in: '[60,)' };

  it.each([
    ['60', '67'],
    ['59.99', '60.99'],
  ])('%s opens it or not: %s', (value, total) => {
    expect(scored(gate(condition), [{ value }, { item: 'b', value: '7' }, { item: 'c' }]).total).toBe(total);
  });

  it('is neither open nor closed while its condition is not known', () => {
    const result = scored(gate({ kind: 'not', of: condition }), [{ item: 'b', value: '7' }, { item: 'c' }]);
    expect([result.total, result.components.gate]).toEqual([null, { '2026': null }]);
  });
});
