import { describe, expect, it } from '@jest/globals';
import type { Item, SchemeNode } from '../language/node.ts';
import type { ScoringScheme } from '../language/scoring-scheme.ts';
import { aCount, aSum, monthly } from '../scheme.builders.ts';
import { aMonthScheme, monthParts } from './profile.builders.ts';
import { readyForMonths } from './ready-scheme.ts';

type Component = keyof typeof monthParts;
const found = (parts: Partial<Record<Component, SchemeNode>>, own: Partial<ScoringScheme> = {}) => {
  const ready = readyForMonths(aMonthScheme(parts, own));
  return ready.ok ? 'fits' : ready.refusal.map(({ code, path, values }) => [code, path, ...Object.values(values)].join(' ')).join('; ');
};
const changed = (component: Component, own: object, rest: Partial<ScoringScheme> = {}) =>
  found({ [component]: { ...monthParts[component], ...own } as SchemeNode }, rest);
const unfit = {
  base: 'part-unfit-for-months /score/parts/0 base base合计',
  task: 'part-unfit-for-months /score/parts/1 task 任务分',
  month: 'part-unfit-for-months /score/parts/1/part task 当月任务分',
  reward: 'part-unfit-for-months /score/parts/2 reward reward合计',
  honour: 'part-unfit-for-months /score/parts/3 honour honour合计',
};
const start = (id: string, value: string, own: Partial<Item> = {}): Item => aCount(id, { measure: { kind: 'fixed', value }, ...own });
const classes = [{ id: 'x', title: '甲' }];

describe('a component that does not fit the months (regulation 2-2 step 1)', () => {
  it('is missing, of no use, or has an item of no use: each with its place and name', () => {
    expect(found({ base: aSum('other', [aCount('a')]) })).toBe('part-missing-for-months /score base');
    expect(found({ reward: aSum('reward', [aSum('inner', [aCount('a')])]) })).toBe(
      'item-unfit-for-months /score/parts/2/parts/0 inner合计 adds',
    );
    expect(found({}, { places: 1, year: { startsInMonth: 9 } })).toBe(
      'out-of-range /places 1 [2,2]; out-of-range /year/startsInMonth 9 [1,1]',
    );
  });

  it('is for one class only, is an item or is no sum', () => {
    expect(changed('reward', { for: ['x'] }, { classes })).toBe(unfit.reward);
    expect(changed('task', { for: ['x'] }, { classes })).toBe(unfit.task);
    expect(found({ reward: aCount('reward') })).toBe('part-unfit-for-months /score/parts/2 reward reward项');
    expect(changed('honour', { kind: 'product' })).toBe(unfit.honour);
    expect(changed('reward', { kind: 'choose-one' })).toBe(unfit.reward);
  });

  it.each<[string, string, readonly SchemeNode[]]>([
    ['20', 'fits', [start('s', '20')]],
    ['20.05', 'fits', [start('s', '20.05')]],
    ['20.005', unfit.base, [start('s', '20.005')]],
    ['20 for one class', unfit.base, [start('s', '20', { for: ['x'] })]],
    ['20 under a cap', unfit.base, [start('s', '20', { bounds: { atMost: '15' } })]],
    ['20 and 5', unfit.base, [start('s', '20'), start('t', '5')]],
    ['nothing', unfit.base, []],
  ])('a base that begins with %s: %s', (_, result, parts) => expect(found({ base: aSum('base', parts) }, { classes })).toBe(result));

  it.each([
    [undefined, 'fits'],
    [{ atLeast: '0' }, 'fits'],
    [{ atLeast: '-0.01' }, 'fits'],
    [{ atLeast: '-0.001' }, unfit.base],
    [{ atMost: '30' }, unfit.base],
  ])('a base within %j: %s', (bounds, result) => expect(changed('base', { bounds })).toBe(result));

  it.each<[Component, object | undefined, string]>([
    ['reward', { atMost: '10.01' }, 'fits'],
    ['reward', { atMost: '10.001' }, unfit.reward],
    ['reward', { atMost: { ceiling: 'task' } }, unfit.reward],
    ['reward', {}, 'fits'],
    ['task', undefined, 'fits'],
    ['task', { atMost: '70.01' }, 'fits'],
    ['task', { atMost: '70.001' }, unfit.task],
    ['task', { atMost: { ceiling: 'task' } }, unfit.task],
    ['task', { atMost: '70', atLeast: '0' }, unfit.task],
    ['task', { atLeast: '0' }, unfit.task],
  ])('%s within %j: %s', (component, bounds, result) => expect(changed(component, { bounds })).toBe(result));

  it('is of reward or honour and begins with points of its own', () => {
    expect(found({ reward: aSum('reward', [start('s', '1')]) })).toBe(unfit.reward);
    expect(found({ honour: aSum('honour', [start('s', '1')]) })).toBe(unfit.honour);
  });
});

const month = monthParts.task.kind === 'over-periods' ? monthParts.task.part : monthParts.task;
const ways = month.kind === 'choose-one' ? month.parts : [];
const taskOf = (own: object) => changed('task', { part: { ...month, ...own } });
const changing = (id: string, own: object) => taskOf({ parts: ways.map((way) => (way.id === id ? { ...way, ...own } : way)) });
const value = { kind: 'value', unit: '分', range: '[0,)', together: 'only' };

describe('a task that months cannot follow (regulation 2-1, A2)', () => {
  it('is no sum of months in which one way is chosen', () => {
    expect(found({ task: aSum('task', [aCount('a')]) })).toBe('part-unfit-for-months /score/parts/1 task task合计');
    expect(found({ task: monthly(aCount('a'), { id: 'task', title: '任务分', absent: 'nothing' }) })).toBe(unfit.task);
    expect(changed('task', { absent: undefined })).toBe(unfit.task);
    expect([changed('task', { adjust: undefined }), changed('task', { adjust: [] })]).toEqual(['fits', unfit.task]);
  });

  it('has no plan, or two', () => {
    const none = 'part-missing-for-months /plans plans';
    expect(found({ task: monthly(aCount('a'), { id: 'task' }) }, { plans: [] })).toBe(none);
    const plan = (id: string) => ({ id, title: id, each: '[5,6]' as const, step: '1' });
    expect(found({}, { plans: [plan('task'), plan('other')] })).toBe(none);
  });

  it.each([
    ['a fourth way', { parts: [...ways, aCount('fourth')] }],
    ['a way that is no item', { parts: [...ways.slice(0, 2), aSum('third', [aCount('fourth')])] }],
    ['an adjustment', { adjust: [{ kind: 'times', by: '2' }] }],
    ['a class', { for: [] }],
    ['a month that has to be known', { absent: undefined }],
    ['no bounds', { bounds: undefined }],
    ['no floor', { bounds: { atMost: { ceiling: 'task' } } }],
    ['another cap', { bounds: { atMost: '6', atLeast: '0' } }],
    ['another kind', { kind: 'sum' }],
  ])('has %s', (_, own) => expect(taskOf(own)).toMatch(/^part-unfit-for-months \/score\/parts\/1/));

  it.each([
    ['pledges', { adjust: [] }],
    ['pledges', { measure: value }],
    ['stated-progress', { adjust: [] }],
    ['stated-progress', { measure: { ...value, unit: '%', range: '[0,99]' } }],
    ['decided', { measure: { ...value, range: '[0,6]' } }],
    ['decided', { adjust: [{ kind: 'times', by: '2' }] }],
    ...['pledges', 'stated-progress', 'decided'].flatMap((id) => [
      [id, { bounds: { atMost: '6' } }] as const,
      [id, { for: [] }] as const,
      [id, { caps: [] }] as const,
      [id, { each: [] }] as const,
      [id, { requires: [] }] as const,
    ]),
  ] as const)('has %s of another kind: %j', (id, own) => expect(changing(id, own)).toBe(unfit.month));

  const rated = (...values: readonly string[]) =>
    changing('pledges', {
      measure: {
        kind: 'fulfilment',
        rates: ['done', 'partly-done', 'not-done'].flatMap((id, index) => {
          const rate = values[index];
          return rate === undefined ? [] : [{ id, title: id, value: rate }];
        }),
      },
    });
  const without = (rate: string) => `rate-missing-for-months /score/parts/1/part/parts/0/measure/rates ${rate}`;
  it.each([
    [['1', '0.5', '0'], 'fits'],
    [['1', '0.0001', '0'], 'fits'],
    [['1', '0.00005', '0'], without('partly-done')],
    [['1.01', '0.5', '0'], without('done')],
    [['1', '0.5', '-0.01'], without('not-done')],
    [['1'], `${without('partly-done')}; ${without('not-done')}`],
  ])('has rates of %j: %s', (values, result) => expect(rated(...values)).toBe(result));
});
