import { describe, expect, it } from '@jest/globals';
import type { Condition } from '../language/condition.ts';
import type { EarlierYear, ScoringFacts } from '../language/facts.ts';
import type { Item } from '../language/node.ts';
import { aCount, aSum, aValue, monthly } from '../scheme.builders.ts';
import { scored } from './scored.builders.ts';

const classes = ['x', 'y'].map((id) => ({ id, title: id }));
const member = (...from: [string, string][]) => ({
  member: { id: 'm', standing: 'full' as const, classes: from.map(([name, date]) => ({ class: name, from: date })) },
});
const becameY = member(['x', '2020-01-01'], ['y', '2026-05-10']);
const fixed = (id: string, own: Partial<Item> = {}): Item => aCount(id, { measure: { kind: 'fixed', value: '1' }, ...own });

describe('a member whose class changes within the year (regulation 2-1)', () => {
  const worth: Item = aCount('a', { each: [{ kind: 'times', by: { byClass: { x: '1', y: '10' } } }] });
  it.each([
    ['2026-05-09', '1'],
    ['2026-05-10', '10'],
    ['2026-05-11', '10'],
  ])('an entry of %s is worth %s, by the class of that day', (date, total) =>
    expect(scored(worth, [{ date }], becameY, { classes }).total).toBe(total),
  );

  it.each([
    ['2026-05-09', ['entry-of-another-class a 2026-05 e1']],
    ['2026-05-10', []],
  ])('an entry of %s under an item of the new class: %j', (date, conflicts) => {
    const result = scored(aCount('a', { for: ['y'] }), [{ date }], becameY, { classes });
    expect(result.conflicts.map(({ code, node, period, entries }) => [code, node, period, ...entries].join(' '))).toEqual(conflicts);
  });

  it('what has no day of its own goes by the class of the period’s first day, or by the first one within it', () => {
    const start: Item = aCount('a', { measure: { kind: 'fixed', value: { byClass: { x: '1', y: '10' } } } });
    const months = (facts: object) => scored(monthly(start), [], { until: '2026-06', ...facts }, { classes }).components.a;
    expect(months(becameY)).toMatchObject({ '2026-04': '1', '2026-05': '1', '2026-06': '10' });
    const away = ['2026-01', '2026-02', '2026-03', '2026-04'];
    const joined = { member: { ...member(['y', '2026-05-31'], ['x', '2026-05-20']).member, away } };
    expect(months(joined)).toEqual({ '2026-05': '1', '2026-06': '10' });
  });

  it('a part for one class is scored in the periods in which the member was of it; a start value by the first day', () => {
    const part = aSum('month', [aCount('a', { for: ['y'] }), fixed('b', { for: ['y'] }), fixed('c', { for: ['x'] })]);
    const { components } = scored(monthly(part), [{ date: '2026-05-20' }], { until: '2026-06', ...becameY }, { classes });
    expect(components.a).toEqual({ '2026-05': '1', '2026-06': '0' });
    expect(components.b).toEqual({ '2026-06': '1' });
    expect(Object.keys(components.c ?? {})).toEqual(['2026-01', '2026-02', '2026-03', '2026-04', '2026-05']);
    const onTheFirst = scored(monthly(part), [], { until: '2026-05', ...member(['x', '2020-01-01'], ['y', '2026-05-01']) }, { classes });
    expect([Object.keys(onTheFirst.components.b ?? {}), Object.keys(onTheFirst.components.c ?? {}).at(-1)]).toEqual([
      ['2026-05'],
      '2026-04',
    ]);
  });

  it('ceilings count for the months taken part in, until the last one settled', () => {
    const plans = [{ id: 'task', title: '上限', each: '[5,6]', step: '1' }];
    const item = aCount('a', { measure: { kind: 'fixed', value: { ceiling: 'task' } } });
    const away = ['2026-02'];
    const ceilings = { task: { '2026-01': '5', '2026-02': '6', '2026-03': '6', '2026-04': '5' } };
    expect(scored(item, [], { until: '2026-03', ceilings, member: { id: 'm', standing: 'full', away } }, { plans }).total).toBe('11');
  });
});

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
const year = (of: number, grade: string | null, points?: string): EarlierYear => ({
  year: of,
  grade,
  components: points === undefined ? {} : { a: { [String(of)]: points } },
});
const points = aValue('a', '[0,100]');
function holds(when: Condition, value: string, earlier: readonly EarlierYear[], facts: Partial<ScoringFacts> = {}): boolean {
  const own = { grading, proposals: [{ id: 'p', title: '建议', when }] };
  return scored(points, [{ value }], { earlier, ...facts }, own).proposals.length === 1;
}

describe('conditions over several years (regulation 2-3)', () => {
  const rise: Condition = { kind: 'grade-rise', atLeast: 1 };
  it.each<[string, string | null, boolean]>([
    ['95', 'fair', true],
    ['95', 'good', false],
    ['70', 'poor', true],
    ['50', 'fair', false],
    ['95', null, false],
    ['95', 'unheard-of', false],
  ])('%s after %s is a rise: %p', (value, before, is) => expect(holds(rise, value, [year(2025, before)])).toBe(is));

  it('a rise of two steps; none without last year, or where last year is missing', () => {
    const two: Condition = { kind: 'grade-rise', atLeast: 2 };
    expect([holds(two, '95', [year(2025, 'poor')]), holds(two, '95', [year(2025, 'fair')])]).toEqual([true, false]);
    expect([holds(rise, '95', []), holds(rise, '95', [year(2024, 'poor')])]).toEqual([false, false]);
  });

  it('grades in a row: every one of them, this year included', () => {
    const three: Condition = { kind: 'consecutive-grades', years: 3, in: ['good', 'fair'] };
    const before = (...grades: (string | null)[]) => grades.map((grade, index) => year(2025 - index, grade));
    expect(holds(three, '95', before('fair', 'good'))).toBe(true);
    expect(holds(three, '50', before('fair', 'good'))).toBe(false);
    expect(holds(three, '95', before('fair', 'poor'))).toBe(false);
    expect(holds(three, '95', before('poor', 'good'))).toBe(false);
    expect(holds(three, '95', before('fair', null))).toBe(false);
    expect(holds(three, '95', before('fair'))).toBe(false);
  });

  it('last year’s grade', () => {
    const last: Condition = { kind: 'grade', in: ['poor'], year: 'last' };
    const not: Condition = { kind: 'not', of: last };
    expect([holds(last, '95', [year(2025, 'poor')]), holds(last, '50', [year(2025, 'fair')]), holds(last, '50', [])]).toEqual([
      true,
      false,
      false,
    ]);
    expect([holds(not, '95', [year(2025, 'fair')]), holds(not, '95', [])]).toEqual([true, false]);
  });

  it.each<[readonly EarlierYear[], boolean]>([
    [[year(2025, null, '50')], true],
    [[year(2025, null, '60')], false],
    [[year(2024, null, '50'), year(2025, null, '70')], false],
    [[year(2025, null, '50'), year(2024, null, '70')], true],
    [[year(2024, null, '50')], false],
    [[year(2025, null)], false],
  ])('two years in a row below 60, after %j: %p', (earlier, is) =>
    expect(holds({ kind: 'consecutive', times: 2, each: 'year', of: 'a', in: '[0,60)' }, '55', earlier)).toBe(is),
  );

  it('any and all of what is not known', () => {
    const unknown: Condition = { kind: 'grade', in: ['poor'], year: 'last' };
    const yes: Condition = { kind: 'standing', is: 'full' };
    const no: Condition = { kind: 'standing', is: 'probationary' };
    const both = (kind: 'all' | 'any', ...of: Condition[]): Condition => ({ kind, of });
    const of = (condition: Condition) => [holds(condition, '50', []), holds({ kind: 'not', of: condition }, '50', [])];
    expect([of(both('all', yes, unknown)), of(both('all', no, unknown)), of(both('all', yes, yes))]).toEqual([
      [false, false],
      [false, true],
      [true, false],
    ]);
    expect([of(both('any', yes, unknown)), of(both('any', no, unknown)), of(both('any', no, no))]).toEqual([
      [true, false],
      [false, false],
      [false, true],
    ]);
  });
});
