import { describe, expect, it } from '@jest/globals';
import type { FactEntry, ScoringFacts } from '../language/facts.ts';
import type { Measure } from '../language/measure.ts';
import type { Item } from '../language/node.ts';
import type { ScoringScheme } from '../language/scoring-scheme.ts';
import { aCount, aSum, aValue, monthly } from '../scheme.builders.ts';
import type { Step } from './figure.ts';
import { scored } from './scored.builders.ts';

/** A trace as lines: rule, its values, entries, result; the steps below are indented. */
const lines = ({ rule, values, entries, result, of }: Step, indent = ''): readonly string[] => [
  `${indent}${[rule, ...Object.entries(values).map(([name, value]) => `${name}=${value}`), ...entries].join(' ')} → ${result}`,
  ...of.flatMap((step) => lines(step, `${indent}  `)),
];
const traced = (...given: Parameters<typeof scored>) => scored(...given).trace.flatMap((step) => lines(step));
const measured = (measure: Measure, entries: readonly Partial<FactEntry>[], own: Partial<Item> = {}, facts: Partial<ScoringFacts> = {}) =>
  traced(aCount('a', { measure, ...own }), entries, facts);
const option = (id: string, value: string) => ({ id, title: `${id}选项`, value });
const two = [
  { id: 'm', title: '党员', weight: '0.6' },
  { id: 'n', title: '群众', weight: '0.4' },
];

describe('why a number is what it is (regulation 2-2 step 7)', () => {
  it('votes by option, each group by its weight', () => {
    const tally: Measure = { kind: 'tally', options: [option('good', '100'), option('bad', '60')], electorates: two };
    expect(
      measured(tally, [
        { electorate: 'm', votes: { good: 3, bad: 1 } },
        { electorate: 'n', votes: { bad: 2 } },
      ]),
    ).toEqual([
      'weighted → 78',
      '  times by=0.6 → 54',
      '    share outOf=4 → 90',
      '      vote option=good选项 count=3 worth=100 e1 → 300',
      '      vote option=bad选项 count=1 worth=60 e1 → 60',
      '  times by=0.4 → 24',
      '    share outOf=2 → 60',
      '      vote option=good选项 count=0 worth=100 e2 → 0',
      '      vote option=bad选项 count=2 worth=60 e2 → 120',
    ]);
    expect(
      measured(tally, [
        { electorate: 'm', votes: { good: 3 } },
        { electorate: 'n', votes: { bad: 0 } },
      ]),
    ).toEqual([
      'absent → null',
      '  share outOf=3 → 100',
      '    vote option=good选项 count=3 worth=100 e1 → 300',
      '    vote option=bad选项 count=0 worth=60 e1 → 0',
      '  absent e2 → null',
    ]);
    expect(measured(tally, [])).toEqual(['absent → null']);
  });

  it('ratings without the highest and the lowest', () => {
    const ratings: Measure = { kind: 'ratings', range: '[0,100]', electorates: two.slice(0, 1), leaveOut: { highest: 1, lowest: 2 } };
    const given = (...values: string[]) => values.map((value) => ({ electorate: 'm', value }));
    expect(measured(ratings, given('70', '90', '80', '60'))).toEqual(['mean divisor=1 leftOut=3 → 80', '  entry e3 → 80']);
    const { conflicts, trace } = scored(aCount('a', { measure: ratings }), given('70', '90', '80'));
    expect(conflicts.map(({ code, entries, values }) => [code, entries, values])).toEqual([
      ['electorate-did-not-vote', [], { electorate: '党员' }],
      ['too-few-ratings', ['e1', 'e2', 'e3'], { count: '3' }],
    ]);
    expect(trace.flatMap((step) => lines(step))).toEqual([
      'absent → null',
      '  absent → null',
      '    entry e1 → 70',
      '    entry e2 → 90',
      '    entry e3 → 80',
    ]);
  });

  it('a ratio over its entries, known only where there was something to attend', () => {
    expect(
      measured({ kind: 'ratio' }, [
        { value: '2', outOf: '3' },
        { value: '1', outOf: '1' },
      ]),
    ).toEqual(['share → 0.75', '  entry outOf=3 e1 → 2', '  entry outOf=1 e2 → 1']);
    expect(measured({ kind: 'ratio' }, [{ value: '0', outOf: '0' }])).toEqual(['absent → null', '  entry outOf=0 e1 → 0']);
  });

  it('pledges by their weights, in the order of their ids, in the months in which they are due', () => {
    const fulfilment: Measure = { kind: 'fulfilment', rates: [option('done', '1'), option('partly', '0.6')] };
    const pledge = (id: string, weight: number, ...due: string[]) => ({ id, item: 'a', title: `${id}承诺`, kind: 'common', weight, due });
    const pledges = [pledge('q', 3, '2026-03'), pledge('p', 1, '2026-03', '2026-12'), pledge('r', 1, '2026-03')].slice(0, 2);
    expect(
      measured(
        fulfilment,
        [
          { pledge: 'q', choice: 'partly' },
          { pledge: 'p', choice: 'done' },
        ],
        {},
        { pledges },
      ),
    ).toEqual([
      'share → 0.7',
      '  pledge pledge=p承诺 kind=common weight=1 option=done选项 rate=1 e2 → 1',
      '  pledge pledge=q承诺 kind=common weight=3 option=partly选项 rate=0.6 e1 → 1.8',
    ]);
    const twice = scored(
      aCount('a', { measure: fulfilment }),
      [
        { pledge: 'p', choice: 'done' },
        { pledge: 'p', choice: 'done' },
      ],
      { pledges },
    );
    expect([twice.total, twice.conflicts]).toEqual([
      null,
      [{ code: 'more-than-one-entry', node: 'a', period: '2026', entries: ['e1', 'e2'], values: { pledge: 'p承诺' } }],
    ]);
    expect(measured(fulfilment, [{ pledge: 'p', choice: 'done' }], {}, { pledges })).toEqual(['absent pledge=q承诺 e1 → null']);
    expect(measured(fulfilment, [], {}, { pledges: [] })).toEqual(['absent → null']);
  });

  it('levels of one deed once, at the highest; a deed that is not named is one of its own', () => {
    const level: Measure = { kind: 'level', levels: [option('town', '1'), option('county', '3')], sameDeed: 'highest-once' };
    expect(
      measured(level, [
        { level: 'town', deed: 'flood', date: '2026-01-05' },
        { level: 'county', deed: 'flood', date: '2026-01-06' },
        { level: 'town', date: '2026-01-07' },
        { level: 'town', date: '2026-01-08' },
      ]),
    ).toEqual([
      'sum → 5',
      '  highest → 3',
      '    entry date=2026-01-06 option=county选项 e2 → 3',
      '    entry date=2026-01-05 option=town选项 e1 → 1',
      '  entry date=2026-01-07 option=town选项 e3 → 1',
      '  entry date=2026-01-08 option=town选项 e4 → 1',
    ]);
  });

  it('caps of a day, then of a month, each where it takes something', () => {
    const item = aCount('a', {
      caps: [
        { per: 'day', atMost: '2' },
        { per: 'month', atMost: '3', atLeast: '1' },
      ],
    });
    const entries = [{ date: '2026-03-01', quantity: 5 }, { date: '2026-03-02', quantity: 2 }, { date: '2026-04-01' }];
    expect(traced(item, entries)).toEqual([
      'sum → 4',
      '  at-most limit=3 surplus=1 → 3',
      '    sum → 4',
      '      at-most limit=2 surplus=3 → 2',
      '        sum → 5',
      '          entry date=2026-03-01 unit= e1 → 5',
      '      sum → 2',
      '        entry date=2026-03-02 unit= e2 → 2',
      '  sum → 1',
      '    sum → 1',
      '      entry date=2026-04-01 unit= e3 → 1',
    ]);
  });

  it.each([
    ['mean', 'mean divisor=3 → 5', null],
    ['highest', 'highest → 9', null],
    ['lowest', 'lowest → 2', null],
    ['last', 'last → 4', null],
    ['only', 'absent → null', ['e1', 'e2', 'e3']],
  ] as const)('several values become one by %s', (together, first, doubtful) => {
    const item = aValue('a', '[0,9]', { measure: { kind: 'value', unit: '分', range: '[0,9]', together } });
    const result = scored(item, [{ value: '2' }, { value: '9' }, { value: '4' }]);
    expect(result.trace.flatMap((step) => lines(step))[0]).toBe(first);
    expect(result.conflicts[0]?.entries ?? null).toEqual(doubtful);
    if (doubtful) expect(result.conflicts[0]?.values).toEqual({ count: '3' });
  });

  it('every adjustment with what it brought', () => {
    const rows = [
      { in: '[0,1)', value: '7' },
      { in: '[1,)', times: '2', plus: '1' },
    ];
    const chain: Item['adjust'] = [
      { kind: 'free', upTo: '1' },
      { kind: 'times', by: '0.56' },
      { kind: 'round', places: 1, mode: 'down' },
      { kind: 'table', rows },
      { kind: 'plus', amount: '0.5' },
      { kind: 'at-most', value: '3' },
      { kind: 'at-least', value: '4' },
    ];
    expect(traced(aCount('a', { adjust: chain }), [{ quantity: 3 }])).toEqual([
      'at-least limit=4 surplus=1 → 4',
      '  at-most limit=3 surplus=0.7 → 3',
      '    plus amount=0.5 → 3.7',
      '      table in=[1,) times=2 plus=1 → 3.2',
      '        round places=1 mode=down → 1.1',
      '          times by=0.56 → 1.12',
      '            free upTo=1 → 2',
      '              sum → 3',
      '                entry date=2026-03-08 unit= e1 → 3',
    ]);
  });

  it('a table by class, at the limit of what is free, and a number in no row', () => {
    const own = {
      adjust: [
        { kind: 'free' as const, upTo: '3' },
        { kind: 'table' as const, rows: [{ in: '[0,0]', value: '7' }] },
      ],
    };
    expect(traced(aCount('a', own), [{ quantity: 3 }])[0]).toBe('table in=[0,0] value=7 → 7');
    const beyond = scored(aCount('a', own), [{ quantity: 4 }]);
    expect(beyond.conflicts).toEqual([{ code: 'value-in-no-band', node: 'a', period: '2026', entries: [], values: { value: '1' } }]);
    const each = scored(aCount('a', { each: own.adjust }), [{ quantity: 4 }]);
    expect(each.conflicts.map(({ entries, values }) => [entries, values])).toEqual([[['e1'], { value: '1' }]]);
  });

  it('what was carried, with its share and where from; the first period with what counts there', () => {
    const base = aCount('base', { measure: { kind: 'result', of: 'month', when: 'previous-period', share: '0.5', first: '20' } });
    expect(traced(monthly(aSum('month', [base])), [], { until: '2026-02' })).toEqual([
      'sum → 30',
      '  sum → 20',
      '    first → 20',
      '  sum → 10',
      '    carried share=0.5 from=month when=previous-period → 10',
      '      reference → 20',
    ]);
    const last = aCount('a', { measure: { kind: 'result', of: 'a', when: 'previous-year', share: '0.5' } });
    const earlier = [{ year: 2025, components: { a: { '2025': '9' } }, grade: null }];
    expect(traced(last, [], { earlier })).toEqual(['carried share=0.5 from=a when=previous-year → 4.5', '  reference → 9']);
    expect(traced(last, [], { earlier: [{ year: 2024, components: { a: { '2024': '9' } }, grade: null }] })).toEqual(['absent → null']);
  });

  it('a share of the year by number and by ceilings', () => {
    const away = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09'];
    const member = { id: 'm', standing: 'full' as const, away };
    const entries = [{ date: '2026-10-01', quantity: 3 }];
    const first = (partOfYear: object, own: Partial<ScoringScheme> = {}, facts: Partial<ScoringFacts> = {}) =>
      traced(monthly(aCount('a'), { partOfYear }), entries, { member, ...facts }, own)[0];
    expect(first({ kind: 'by-number' })).toBe('part-of-year periods=3 of=12 → 12');
    const plans = [{ id: 'task', title: '上限', each: '[5,6]', step: '1' }];
    const ceilings = { task: { '2026-10': '5', '2026-11': '5', '2026-12': '6' } };
    expect(first({ kind: 'by-ceilings', plan: 'task', to: '70' }, { plans }, { ceilings })).toBe(
      'part-of-year periods=3 of=12 ceilings=16 to=70 → 13.125',
    );
  });
});
