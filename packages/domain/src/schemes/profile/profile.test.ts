import { describe, expect, it } from '@jest/globals';
import { formatPoints, points } from '../../points/points.ts';
import type { Item, SchemeNode } from '../language/node.ts';
import type { ScoringScheme } from '../language/scoring-scheme.ts';
import { aCount, aSum, monthly } from '../scheme.builders.ts';
import { allows } from './item-profile.ts';
import { itemOf } from './month-profile.ts';
import { aMonthScheme, aProfile, monthParts } from './profile.builders.ts';
import { readyForMonths } from './ready-scheme.ts';

const found = (scheme: ScoringScheme) => {
  const ready = readyForMonths(scheme);
  return ready.ok ? [] : ready.refusal.map(({ code, path }) => `${code} ${path}`);
};
const named = (parts: Record<string, SchemeNode>, own: Partial<ScoringScheme> = {}) => found(aMonthScheme(parts, own));
const rewarding = (own: Partial<Item>) => named({ reward: aSum('reward', [aCount('letter', own)]) });
const changed = (component: keyof typeof monthParts, own: object) =>
  named({ [component]: { ...monthParts[component], ...own } as SchemeNode });
const month = monthParts.task.kind === 'over-periods' ? monthParts.task.part : monthParts.task;
const taskOf = (own: object) => named({ task: { ...monthParts.task, part: { ...month, ...own } } as SchemeNode });
const itemsOf = month.kind === 'choose-one' ? month.parts : [];

describe('what the monthly process takes from a scheme (regulation 2-1)', () => {
  it('are the start of the base, the items of each component, the rates of the task', () => {
    expect([formatPoints(aProfile.base.yearStart), aProfile.reward.yearMaximum]).toEqual(['20', 1000]);
    expect(aProfile.base.items).toEqual([
      { id: 'unexcused-absence', title: 'unexcused-absence项', amount: -50, range: '(,0)', evidence: 'optional', sample: true },
      { id: 'late-dues', title: 'late-dues项', amount: -50, range: '(,0)', evidence: 'optional', sample: true },
    ]);
    expect(aProfile.reward.items.map(({ id, amount, range, evidence }) => [id, amount, range, evidence])).toEqual([
      ['major-contribution', 300, '(0,)', 'required'],
      ['letter', 100, null, 'required'],
    ]);
    expect(aProfile.honour.items.map(({ id, amount }) => [id, amount])).toEqual([['county-level', null]]);
    expect(aProfile.task).toEqual({
      month: 'task-month',
      pledges: 'pledges',
      statedProgress: 'stated-progress',
      decided: 'decided',
      plan: 'task',
      rates: {
        done: { numerator: 1, denominator: 1 },
        'partly-done': { numerator: 3, denominator: 5 },
        'not-done': { numerator: 0, denominator: 1 },
      },
    });
  });

  it('survives being written and read', () => expect(JSON.parse(JSON.stringify(aProfile))).toEqual(aProfile));

  it('an item is found in its component only', () => {
    expect(itemOf(aProfile, 'base', 'late-dues')?.id).toBe('late-dues');
    expect(itemOf(aProfile, 'reward', 'late-dues')).toBeNull();
  });

  it('honours may stand within the total or apart from it', () => {
    const { honour, ...others } = monthParts;
    expect(found({ ...aMonthScheme(), score: aSum('total', Object.values(others)), apart: [honour] })).toEqual([]);
  });

  it('parts need not say at most how much, and keys stand in any order', () => {
    expect(changed('reward', { bounds: undefined })).toEqual([]);
    expect(changed('task', { adjust: [{ mode: 'half-up', places: 2, kind: 'round' }] })).toEqual([]);
  });
});

describe('a scheme that months cannot follow (regulation 2-2 step 1)', () => {
  it.each(['base', 'task', 'reward', 'honour'] as const)('has no %s', (component) =>
    expect(named({ [component]: { ...monthParts[component], id: 'another' } as SchemeNode })).toEqual(['part-missing-for-months /score']),
  );

  it.each<[string, readonly string[]]>([
    ['item-unfit-for-months /score/parts/2/parts/0', rewarding({ each: [{ kind: 'times', by: '-1' }] })],
    ['item-unfit-for-months /score/parts/2/parts/0', rewarding({ each: [{ kind: 'times', by: '1/3' }] })],
    ['item-unfit-for-months /score/parts/2/parts/0', rewarding({ adjust: [{ kind: 'at-most', value: '3' }] })],
    ['item-unfit-for-months /score/parts/2/parts/0', rewarding({ caps: [{ per: 'year', atMost: '3' }] })],
    ['item-unfit-for-months /score/parts/2/parts/0', rewarding({ bounds: { atMost: '3' } })],
    ['item-unfit-for-months /score/parts/2/parts/0', rewarding({ requires: ['evidence', 'second-person'] })],
    ['item-unfit-for-months /score/parts/2/parts/0', rewarding({ measure: { kind: 'ratio' } })],
    ['item-unfit-for-months /score/parts/2/parts/0', rewarding({ measure: { kind: 'value', unit: '分', together: 'sum' } })],
    [
      'item-unfit-for-months /score/parts/2/parts/0',
      rewarding({ measure: { kind: 'value', unit: '分', range: '[0,5]', together: 'sum' } }),
    ],
    [
      'item-unfit-for-months /score/parts/2/parts/0',
      rewarding({ measure: { kind: 'value', unit: '分', range: '(0,5]', together: 'highest' } }),
    ],
    ['item-unfit-for-months /score/parts/2/parts/0', named({ reward: aSum('reward', [aSum('inner', [aCount('letter')])]) })],
    ['part-unfit-for-months /score/parts/2', changed('reward', { bounds: { atMost: '10', atLeast: '0' } })],
    ['part-unfit-for-months /score/parts/2', changed('reward', { adjust: [{ kind: 'times', by: '2' }] })],
    ['part-unfit-for-months /score/parts/0', named({ base: aSum('base', [aCount('a', { each: [{ kind: 'times', by: '-1' }] })]) })],
    ['part-unfit-for-months /score/parts/0', changed('base', { bounds: { atMost: '20' } })],
    ['part-unfit-for-months /score/parts/0/part', named({ base: monthly(monthParts.base, { id: 'over-months' }) })],
    ['part-unfit-for-months /score/parts/3', changed('honour', { bounds: { atMost: '5' } })],
    ['part-unfit-for-months /score/parts/1', changed('task', { each: 'quarter' })],
    ['part-unfit-for-months /score/parts/1', changed('task', { by: { kind: 'mean' } })],
    ['part-unfit-for-months /score/parts/1', changed('task', { adjust: [{ kind: 'times', by: '2' }] })],
    ['part-unfit-for-months /score/parts/1/part', taskOf({ bounds: { atMost: { ceiling: 'task' }, atLeast: '5' } })],
    ['part-unfit-for-months /score/parts/1/part', taskOf({ parts: itemsOf.slice(0, 2) })],
    ['part-unfit-for-months /score/parts/1/part', taskOf({ parts: itemsOf.map((one) => ({ ...one, adjust: [] })) })],
    [
      'rate-missing-for-months /score/parts/1/part/parts/0/measure/rates',
      taskOf({
        parts: itemsOf.map((one) =>
          one.kind === 'item' && one.measure.kind === 'fulfilment'
            ? { ...one, measure: { ...one.measure, rates: one.measure.rates.filter(({ id }) => id !== 'partly-done') } }
            : one,
        ),
      }),
    ],
    ['policy-not-followed /policies/objectionHoldsBack', named({}, { policies: { objectionHoldsBack: 'list' } })],
    ['out-of-range /places', named({}, { places: 1 })],
    ['out-of-range /year/startsInMonth', named({}, { year: { startsInMonth: 9 } })],
  ])('%s', (finding, findings) => expect(findings).toEqual([finding]));

  it('says that an objection holds back its line, or nothing of it, and then fits', () => {
    expect(readyForMonths({ ...aMonthScheme(), policies: { objectionHoldsBack: 'line', lateApplication: 'refused' } }).ok).toBe(true);
    expect(readyForMonths({ ...aMonthScheme(), policies: {} }).ok).toBe(true);
  });

  it('is shown on which side of 0 an item is, and to which part the rest belongs', () => {
    const values = (scheme: ScoringScheme) => {
      const ready = readyForMonths(scheme);
      return ready.ok ? [] : ready.refusal.map((finding) => finding.values);
    };
    const deducting = aSum('base', [aCount('absence', { measure: { kind: 'ratio' } })]);
    expect(values(aMonthScheme({ base: deducting }))).toEqual([{ title: 'absence项', sign: 'deducts' }]);
    const inner = aSum('reward', [aSum('inner', [aCount('letter')])]);
    expect(values(aMonthScheme({ reward: inner }))).toEqual([{ title: 'inner合计', sign: 'adds' }]);
    const bounded = (component: keyof typeof monthParts) =>
      aMonthScheme({ [component]: { ...monthParts[component], adjust: [{ kind: 'plus', amount: '1' }] } as SchemeNode });
    const part = (component: keyof typeof monthParts) => values(bounded(component)).map((one) => one.part);
    expect((['base', 'task', 'reward', 'honour'] as const).map((component) => part(component))).toEqual([
      ['base'],
      ['task'],
      ['reward'],
      ['honour'],
    ]);
  });

  it('is shown first what prevents any evaluation', () =>
    expect(rewarding({ each: [{ kind: 'times', by: 'x' }] })).toEqual(['not-a-number /score/parts/2/parts/0/each/0/by']));
});

describe('what an entry may count (A12)', () => {
  const item = (id: string) => [...aProfile.base.items, ...aProfile.reward.items].find((one) => one.id === id) ?? aProfile.base.items[0];
  it.each([
    ['late-dues', '-0.01', true],
    ['late-dues', '0', false],
    ['late-dues', '0.5', false],
    ['letter', '1', true],
    ['letter', '3', true],
    ['letter', '1.5', false],
    ['letter', '0', false],
    ['letter', '-1', false],
  ] as const)('of %s, %s: %p', (id, amount, allowed) => {
    const one = item(id);
    expect(one && allows(one, points(amount))).toBe(allowed);
  });
});
