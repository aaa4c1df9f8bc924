import { describe, expect, it } from '@jest/globals';
import { prepareScheme } from '../engine/evaluate.ts';
import type { FactEntry, ScoringFacts } from '../language/facts.ts';
import type { Measure } from '../language/measure.ts';
import { aCount, aScoringScheme, aSum, aValue, someFacts } from '../scheme.builders.ts';
import { checkFacts } from './check-facts.ts';

const option = (id: string) => ({ id, title: id, value: '1' });
const electorates = [{ id: 'members', title: '党员', weight: '1' }];
const item = (id: string, measure: Measure) => aCount(id, { measure });
const scheme = aScoringScheme(
  aSum('total', [
    aCount('a'),
    aValue('value', '[0,5]', { requires: ['evidence', 'reason', 'second-person'] }),
    item('choice', { kind: 'choice', options: [option('good')], together: 'sum' }),
    item('level', { kind: 'level', levels: [option('county')], sameDeed: 'each' }),
    item('ratio', { kind: 'ratio' }),
    item('pledge', { kind: 'fulfilment', rates: [option('done')] }),
    item('tally', { kind: 'tally', options: [option('good')], electorates }),
    item('ratings', { kind: 'ratings', range: '[0,100]', electorates, leaveOut: { highest: 0, lowest: 0 } }),
    item('start', { kind: 'fixed', value: '1' }),
    item('usual', { kind: 'value', unit: '分', range: '(,0)', together: 'sum', usual: '-0.5' }),
  ]),
  {
    classes: [
      { id: 'retired', title: '退休' },
      { id: 'in-post', title: '在职' },
    ],
    plans: [{ id: 'task', title: '上限', each: '[5,6]', step: '0.5', total: '70' }],
    pledges: [{ item: 'pledge', classes: ['retired'], kinds: ['common', 'post'] }],
    grading: { of: 'total', grades: [{ id: 'good', title: '优秀' }], tables: [{ bands: [{ grade: 'good', in: '(,)' }] }] },
    quotas: [{ id: 'some', title: '名额', grade: 'good', limit: 'at-most', places: { kind: 'allotted' } }],
    overrides: [
      {
        id: 'breach',
        title: '违纪',
        when: { kind: 'decision', decision: 'breach' },
        effect: { kind: 'result-is', of: 'total', value: '0' },
      },
    ],
  },
);
const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`);
const task = Object.fromEntries(months.map((month, index) => [month, index < 10 ? '6' : '5']));
const member = { id: 'm', standing: 'full', classes: [{ class: 'in-post', from: '2020-01-01' }] } as const;
const proof = { evidence: '记录', reason: '理由', secondPerson: '李四' };

function found(entries: readonly Partial<FactEntry>[], own: Partial<ScoringFacts> = {}): readonly string[] {
  const ready = prepareScheme(scheme);
  if (!ready.ok) throw new Error(JSON.stringify(ready.refusal));
  return checkFacts(ready.value, someFacts(entries, { member, ceilings: { task }, ...own })).map(({ code, path }) => `${code} ${path}`);
}

describe('facts that can be scored (regulation 2-2 step 4)', () => {
  it('state what their items need', () => {
    const pledges = [{ id: 'p', item: 'pledge', title: '帮扶', kind: 'common', weight: 1, due: ['2026-03'] }];
    const entries: Partial<FactEntry>[] = [
      { quantity: 2, deed: 'd', marks: ['media'] },
      { item: 'value', value: '4.25', ...proof },
      { item: 'choice', choice: 'good' },
      { item: 'level', level: 'county', deed: 'd' },
      { item: 'ratio', value: '0', outOf: '3' },
      { item: 'pledge', pledge: 'p', choice: 'done' },
      { item: 'tally', electorate: 'members', votes: { good: 0 } },
      { item: 'ratings', electorate: 'members', value: '100' },
    ];
    const decisions = [{ id: 'd', decision: 'breach', date: '2026-12-31', document: '第1号' }];
    expect(
      found(entries, {
        pledges,
        decisions,
        reversals: [
          { id: 'r1', reverses: 'e1' },
          { id: 'r2', reverses: 'r1' },
        ],
      }),
    ).toEqual([]);
  });

  it.each([{}, { quantity: 2 }, { value: '-0.75' }])('an item with a usual worth may be entered as %j', (entry) =>
    expect(found([{ item: 'usual', ...entry }])).toEqual([]),
  );

  it.each<[string, Partial<FactEntry>]>([
    ['unknown-item /entries/0/item', { item: 'x' }],
    ['unknown-item /entries/0/item', { item: 'start' }],
    ['unknown-item /entries/0/item', { item: 'total' }],
    ['not-a-date /entries/0/date', { date: '2026-02-29' }],
    ['not-a-date /entries/0/date', { date: '8.3.2026' }],
    ['date-outside-year /entries/0/date', { date: '2025-12-31' }],
    ['date-outside-year /entries/0/date', { date: '2027-01-01' }],
    ['out-of-range /entries/0/quantity', { quantity: 0 }],
    ['out-of-range /entries/0/quantity', { quantity: 1.5 }],
    ['wrong-statement /entries/0/value', { value: '1' }],
    ['statement-missing /entries/0', { item: 'value', ...proof }],
    ['statement-missing /entries/0', { item: 'value', value: '1', evidence: '记录', reason: '理由' }],
    ['not-a-number /entries/0/value', { item: 'value', value: '1/3', ...proof }],
    ['too-many-decimals /entries/0/value', { item: 'value', value: '1.125', ...proof }],
    ['out-of-range /entries/0/value', { item: 'value', value: '5.01', ...proof }],
    ['wrong-statement /entries/0/quantity', { item: 'value', value: '1', quantity: 2, ...proof }],
    ['wrong-statement /entries/0/quantity', { item: 'usual', value: '-1', quantity: 2 }],
    ['out-of-range /entries/0/quantity', { item: 'usual', quantity: 0 }],
    ['out-of-range /entries/0/value', { item: 'usual', value: '0' }],
    ['unknown-option /entries/0/choice', { item: 'choice', choice: 'bad' }],
    ['unknown-option /entries/0/level', { item: 'level', level: 'city' }],
    ['out-of-range /entries/0/value', { item: 'ratio', value: '4', outOf: '3' }],
    ['unknown-pledge /entries/0/pledge', { item: 'pledge', pledge: 'p', choice: 'done' }],
    ['unknown-electorate /entries/0/electorate', { item: 'tally', electorate: 'masses', votes: { good: 1 } }],
    ['unknown-option /entries/0/votes/bad', { item: 'tally', electorate: 'members', votes: { bad: 1 } }],
    ['out-of-range /entries/0/votes/good', { item: 'tally', electorate: 'members', votes: { good: -1 } }],
    ['out-of-range /entries/0/value', { item: 'ratings', electorate: 'members', value: '101' }],
  ])('%s: %j', (finding, entry) => expect(found([entry])).toEqual([finding]));

  it.each<[string, Partial<ScoringFacts>]>([
    ['out-of-range /year', { year: 12 }],
    ['not-a-month /until', { until: '2026-13' }],
    ['date-outside-year /until', { until: '2027-01' }],
    ['class-not-assigned /member/classes', { member: { id: 'm', standing: 'full' } }],
    ['unknown-class /member/classes/0/class', { member: { ...member, classes: [{ class: 'x', from: '2020-01-01' }] } }],
    ['not-a-date /member/classes/0/from', { member: { ...member, classes: [{ class: 'in-post', from: '2020' }] } }],
    ['date-outside-year /member/away/0', { member: { ...member, away: ['2025-12'] } }],
    ['not-a-month /member/exempt/0', { member: { ...member, exempt: ['2026'] } }],
    ['unknown-entry /reversals/0/reverses', { reversals: [{ id: 'r', reverses: 'x' }] }],
    [
      'reversed-twice /reversals/1/reverses',
      {
        reversals: [
          { id: 'r', reverses: 'e1' },
          { id: 's', reverses: 'e1' },
        ],
      },
    ],
    ['unknown-plan /ceilings/other', { ceilings: { task, other: {} } }],
    ['ceiling-missing /ceilings/task', { ceilings: {} }],
    ['ceiling-out-of-range /ceilings/task/2026-01', { ceilings: { task: { ...task, '2026-01': '7' } } }],
    ['ceiling-out-of-range /ceilings/task/2026-01', { ceilings: { task: { ...task, '2026-01': '5.25' } } }],
    ['plan-does-not-sum /ceilings/task', { ceilings: { task: { ...task, '2026-01': '5.5' } } }],
    ['date-outside-year /ceilings/task/2027-01', { ceilings: { task: { ...task, '2027-01': '6' } } }],
    ['unknown-decision /decisions/0/decision', { decisions: [{ id: 'd', decision: 'rumour', date: '2026-03-01', document: '第1号' }] }],
    ['date-outside-year /decisions/0/date', { decisions: [{ id: 'd', decision: 'breach', date: '2025-03-01', document: '第1号' }] }],
    ['statement-missing /decisions/0', { decisions: [{ id: 'd', decision: 'breach', date: '2026-03-01', document: '' }] }],
    ['not-a-number /earlier/0/components/a/2025', { earlier: [{ year: 2025, components: { a: { '2025': 'many' } }, grade: null }] }],
    ['date-outside-year /earlier/0/year', { earlier: [{ year: 2026, components: {}, grade: null }] }],
    ['out-of-range /branch/graded', { branch: { graded: -1, grades: {} } }],
    ['out-of-range /branch/grades/good', { branch: { graded: 3, grades: { good: -1 } } }],
    ['out-of-range /branch/places/some', { branch: { graded: 3, grades: {}, places: { some: 0.5 } } }],
    ['unknown-grade /branch/grades/godo', { branch: { graded: 3, grades: { godo: 1 } } }],
    ['unknown-option /branch/places/other', { branch: { graded: 3, grades: {}, places: { other: 1 } } }],
    [
      'class-assigned-twice /member/classes/1/from',
      {
        member: {
          ...member,
          classes: [
            { class: 'in-post', from: '2020-01-01' },
            { class: 'retired', from: '2020-01-01' },
          ],
        },
      },
    ],
    ['class-not-assigned /member/classes', { member: { ...member, classes: [{ class: 'in-post', from: '2026-02-01' }] } }],
  ])('%s', (finding, own) => expect(found([{}], own)).toEqual([finding]));

  it.each([
    ['id-used-twice /pledges/1/id', [{}, {}]],
    ['unknown-item /pledges/0/item', [{ item: 'a' }]],
    ['out-of-range /pledges/0/weight', [{ weight: 0 }]],
    ['not-a-month /pledges/0/due/0', [{ due: ['March'] }]],
  ])('%s', (finding, given) => {
    const pledges = given.map((own) => ({ id: 'p', item: 'pledge', title: '帮扶', kind: 'common', weight: 1, due: ['2026-03'], ...own }));
    expect(found([], { pledges })).toEqual([finding]);
  });

  it('a reversal needs an id of its own', () => {
    expect(found([{}, {}], { reversals: [{ id: 'e2', reverses: 'e1' }] })).toEqual(['id-used-twice /reversals/0/id']);
  });

  it('two reversals that take each other back are a circle', () => {
    const reversals = [
      { id: 'r', reverses: 's' },
      { id: 's', reverses: 'r' },
    ];
    expect(found([], { reversals })).toEqual(['circular-reversal /reversals/0', 'circular-reversal /reversals/1']);
  });

  it('a class that must pledge several kinds lacks some (A15)', () => {
    const retired = { member: { ...member, classes: [{ class: 'retired', from: '2020-01-01' }] } };
    const pledge = (id: string, kind: string) => ({ id, item: 'pledge', title: id, kind, weight: 1, due: ['2026-03'] });
    expect(found([], { ...retired, pledges: [pledge('p', 'common')] })).toEqual(['pledge-kinds-missing /pledges']);
    expect(found([], { ...retired, pledges: [pledge('p', 'common'), pledge('q', 'post')] })).toEqual([]);
    expect(found([], { pledges: [pledge('p', 'common')] })).toEqual([]);
  });

  it('ceilings may be set in any steps where the plan names none', () => {
    const free = { ...scheme, plans: [{ id: 'task', title: '上限', each: '[5,6]', step: '0' }] };
    const ready = prepareScheme(free);
    const ceilings = { task: { ...task, '2026-01': '5.37' } };
    expect(ready.ok && checkFacts(ready.value, someFacts([], { member, ceilings }))).toEqual([]);
  });

  it('a class is known from the first month on in which a member took part', () => {
    const later = (from: string, away: readonly string[]) =>
      found([], { member: { ...member, away, classes: [{ class: 'in-post', from }] } });
    expect([later('2026-01-31', []), later('2026-03-15', months.slice(0, 2))]).toEqual([[], []]);
    expect([later('2026-02-01', []), later('2026-04-01', months.slice(0, 2))]).toEqual([
      ['class-not-assigned /member/classes'],
      ['class-not-assigned /member/classes'],
    ]);
    expect(
      found([], { until: '2026-03', member: { ...member, away: months.slice(0, 3), classes: [{ class: 'in-post', from: '2026-05-01' }] } }),
    ).toEqual([]);
  });

  it('fifty thousand reversals of one another are followed once', () => {
    const reversals = Array.from({ length: 50_000 }, (_, index) => ({ id: `r${index}`, reverses: index === 0 ? 'e1' : `r${index - 1}` }));
    expect(found([{}], { reversals })).toEqual([]);
    const intoACircle = [...reversals, { id: 's', reverses: 't' }, { id: 't', reverses: 's' }, { id: 'u', reverses: 't' }];
    expect(found([{}], { reversals: intoACircle })).toEqual([
      'circular-reversal /reversals/50000',
      'circular-reversal /reversals/50001',
      'reversed-twice /reversals/50002/reverses',
      'circular-reversal /reversals/50002',
    ]);
  });

  it('months in which a member was away need no ceiling', () => {
    const away = months.slice(0, 3);
    const rest = Object.fromEntries(Object.entries(task).filter(([month]) => !away.includes(month)));
    expect(found([], { member: { ...member, away }, ceilings: { task: rest } })).toEqual([]);
  });
});
