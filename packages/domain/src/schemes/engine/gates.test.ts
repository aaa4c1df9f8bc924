import { describe, expect, it } from '@jest/globals';
import type { Condition } from '../language/condition.ts';
import type { ScoringFacts } from '../language/facts.ts';
import type { SchemeNode } from '../language/node.ts';
import { aCount, aSum, monthly } from '../scheme.builders.ts';
import type { Step } from './figure.ts';
import { scored } from './scored.builders.ts';

const bonus = (condition: Condition, own: Partial<Extract<SchemeNode, { kind: 'when' }>> = {}): SchemeNode => ({
  kind: 'when',
  id: 'bonus',
  title: '奖励',
  condition,
  part: aCount('two', { measure: { kind: 'fixed', value: '2' } }),
  ...own,
});
const away = (...months: number[]) => months.map((month) => `2026-${String(month).padStart(2, '0')}`);
const stepsOf = (step: Step): readonly Step[] => [step, ...step.of.flatMap(stepsOf)];

describe('so many months of the period (regulation 2-2)', () => {
  const member = (months: readonly string[], exempt: readonly string[] = []): Partial<ScoringFacts> => ({
    member: { id: 'm', standing: 'full', away: months, exempt },
  });
  const total = (condition: Condition, own: Partial<ScoringFacts>) => scored(aSum('total', [aCount('a'), bonus(condition)]), [], own).total;

  it.each([
    ['taken-part', 6, '2'],
    ['taken-part', 7, '0'],
    ['away', 6, '2'],
    ['away', 5, '0'],
  ] as const)('%s in six or more, after %d months away: %s', (of, months, expected) =>
    expect(total({ kind: 'months', of, in: '[6,)' }, member(away(...Array.from({ length: months }, (_, at) => at + 1))))).toBe(expected),
  );

  it('exempt months are those that the facts name as such, and one named twice is one', () => {
    const two: Condition = { kind: 'months', of: 'exempt', in: '[2,)' };
    expect(total(two, member(away(1, 2, 3), away(1, 2)))).toBe('2');
    expect(total(two, member(away(1, 2, 3), away(1, 1)))).toBe('0');
  });

  it('within a half-year only its own months are counted', () => {
    const halves = monthly(bonus({ kind: 'months', of: 'away', in: '[1,)' }), { each: 'half-year' });
    expect(scored(halves, [], member(away(6))).components.bonus).toEqual({ '2026-H1': '2' });
    expect(scored(halves, [], member(away(7))).components.bonus).toEqual({ '2026-H2': '2' });
  });

  it.each([
    ['2026-05', [], null],
    ['2026-06', [], '2'],
    ['2026-06', [6], null],
    ['2026-07', [1, 2, 3, 4, 5, 6, 7], '0'],
  ] as const)('while the year goes on it is open until it cannot change any more: to %s, away in %j', (until, months, expected) => {
    const without = bonus({ kind: 'months', of: 'taken-part', in: '[6,)' }, { otherwise: aCount('none') });
    expect(scored(without, [], { ...member(away(...months)), until }).total).toBe(expected);
  });

  it('less than half a year makes nobody outstanding, and does not hold before it is certain', () => {
    const own = {
      grading: {
        of: 'a',
        grades: [
          { id: 'good', title: '优秀' },
          { id: 'fair', title: '合格' },
        ],
        tables: [{ bands: [{ grade: 'good', in: '(,)' }] }],
      },
      overrides: [
        {
          id: 'short',
          title: '参加不满六个月',
          when: { kind: 'months', of: 'taken-part', in: '[0,6)' },
          effect: { kind: 'grade-at-most', grade: 'fair' },
        },
      ],
    } as const;
    const grade = (months: number, until?: string) =>
      scored(aCount('a'), [], { ...member(away(...Array.from({ length: months }, (_, at) => at + 1))), ...(until && { until }) }, own)
        .grade;
    expect([grade(6).id, grade(7).id]).toEqual(['good', 'fair']);
    expect([grade(6, '2026-07').overrides, grade(7, '2026-07').overrides]).toEqual([[], ['short']]);
  });

  it('the trace says how many there were', () => {
    const { trace } = scored(bonus({ kind: 'not', of: { kind: 'months', of: 'away', in: '[6,)' } }), [], member(away(1, 2)));
    expect(trace[0]?.values).toEqual({ holds: 'yes', away: '2' });
  });
});

describe('weights by class (regulation 2-2)', () => {
  const classes = [
    { id: 'x', title: '甲类' },
    { id: 'y', title: '乙类' },
  ];
  const score: SchemeNode = {
    kind: 'weighted',
    id: 'w',
    title: '权重',
    parts: [
      { weight: { byClass: { x: '0.7' }, otherwise: '0.4' }, part: aCount('a') },
      { weight: { byClass: { x: '0.3', y: '0.6' } }, part: aCount('b') },
    ],
  };
  const entries = [
    { item: 'a', quantity: 10 },
    { item: 'b', quantity: 20 },
  ];
  const of = (...assigned: readonly { class: string; from: string }[]) =>
    scored(score, entries, { member: { id: 'm', standing: 'full', classes: assigned } }, { classes });

  it.each([
    ['x', '13'],
    ['y', '16'],
  ])('10 and 20 by the weights of %s make %s', (name, total) => expect(of({ class: name, from: '2020-01-01' }).total).toBe(total));

  it('are those of the class at the beginning of the period, and the trace names them', () => {
    const { total, trace } = of({ class: 'x', from: '2020-01-01' }, { class: 'y', from: '2026-01-02' });
    expect([total, trace[0]?.of.map(({ values }) => values.by)]).toEqual(['13', ['0.7', '0.3']]);
  });
});

describe('a row of periods within a gate (regulation 2-3)', () => {
  const full: Condition = { kind: 'consecutive', times: 3, each: 'month', of: 'a', in: '[5,5]' };
  const year = monthly(aSum('month', [aCount('a'), bonus(full)]));
  const entries = (...months: number[]) => months.map((month) => ({ date: `2026-${String(month).padStart(2, '0')}-10`, quantity: 5 }));
  const months = (facts: readonly { date: string; quantity: number }[], own: Partial<ScoringFacts> = {}) =>
    Object.keys(scored(year, facts, own).components.bonus ?? {});

  it.each([
    [[1, 2], []],
    [[1, 2, 3], ['2026-03']],
    [
      [1, 2, 3, 4],
      ['2026-03', '2026-04'],
    ],
    [[1, 2, 4, 5, 6], ['2026-06']],
  ])('three full months in a row add to the month that makes them three: %j', (given, expected) =>
    expect(months(entries(...given))).toEqual(expected),
  );

  it('the months at the end of the year before are part of the row', () => {
    const before = (december: string) => ({
      earlier: [{ year: 2025, components: { a: { '2025-11': '5', '2025-12': december } }, grade: null }],
    });
    expect(months(entries(1), before('5'))).toEqual(['2026-01']);
    expect(months(entries(1), before('4'))).toEqual([]);
  });

  it('a month in which the member took no part breaks the row, in a gate and at the end of the year', () => {
    const gone = { member: { id: 'm', standing: 'full', away: ['2026-02'] } } as const;
    const none: Condition = { kind: 'consecutive', times: 2, each: 'month', of: 'a', in: '[0,0]' };
    expect(months([...entries(1), ...entries(3), ...entries(4)], gone)).toEqual([]);
    expect(months([...entries(1), ...entries(3), ...entries(4), ...entries(5)], gone)).toEqual(['2026-05']);
    const proposals = [{ id: 'talk', title: '谈话', when: none }];
    const others = entries(1, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    expect(scored(year, others, {}, { proposals }).proposals).toEqual(['talk']);
    expect(scored(year, others, gone, { proposals }).proposals).toEqual([]);
  });

  it('a quarter asks whether a row of its months came full within it', () => {
    const quarters = aSum('total', [
      monthly(aCount('a'), { id: 'months' }),
      monthly(bonus({ ...full, times: 2 }), { id: 'quarters', each: 'quarter' }),
    ]);
    expect(scored(quarters, entries(3, 4, 8)).components.bonus).toEqual({ '2026-Q2': '2' });
    expect(scored(quarters, entries(1, 2, 8)).components.bonus).toEqual({ '2026-Q1': '2' });
  });

  it('the trace says how long the row was', () => {
    const steps = scored(year, entries(1, 2, 3, 4)).trace.flatMap(stepsOf);
    expect(steps.find(({ rule, period }) => rule === 'when' && period === '2026-04')?.values).toEqual({
      holds: 'yes',
      row: '4',
      each: 'month',
    });
  });
});
