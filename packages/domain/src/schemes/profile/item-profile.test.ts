import { describe, expect, it } from '@jest/globals';
import { points } from '../../points/points.ts';
import type { Measure } from '../language/measure.ts';
import type { Item } from '../language/node.ts';
import { aCount, aValue } from '../scheme.builders.ts';
import { allows, hundredths, itemProfile, type Sign } from './item-profile.ts';

/** What the item usually counts, or the finding. */
const usually = (item: Item, sign: Sign) => {
  const found = itemProfile(item, sign, '/score/parts/0');
  return found.ok ? found.value.amount : found.refusal.code;
};
const unfit = 'item-unfit-for-months';
const worth = (by: string): Item => aCount('a', { each: [{ kind: 'times', by }] });
const within = (range: string, own: Partial<Extract<Measure, { kind: 'value' }>> = {}): Item =>
  aCount('a', { measure: { kind: 'value', unit: '分', range, together: 'sum', ...own } });

describe('a number of a scheme in hundredths (A24)', () => {
  it.each([
    ['1.25', 125],
    ['0.5', 50],
    ['-3', -300],
    ['1/4', 25],
    ['1.255', null],
    ['1/3', null],
    ['x', null],
    [undefined, null],
    [{ ceiling: 'task' }, null],
  ])('%j is %j', (text, amount) => expect(hundredths(text)).toBe(amount));
});

describe('an item as a secretary chooses it (regulation 2-1)', () => {
  it('keeps its name, its worth, its range and what has to be shown', () => {
    expect(itemProfile(aCount('a'), 'adds', '/score')).toEqual({
      ok: true,
      value: { id: 'a', title: 'a项', amount: 100, range: null, evidence: 'optional', sample: false },
    });
    const shown: Item = { ...within('(0,5]', { usual: '0.5' }), requires: ['evidence'], sample: true };
    expect(itemProfile(shown, 'adds', '/score')).toEqual({
      ok: true,
      value: { id: 'a', title: 'a项', amount: 50, range: '(0,5]', evidence: 'required', sample: true },
    });
  });

  it('that does not fit is named with its place', () =>
    expect(itemProfile(aCount('a', { for: ['x'] }), 'adds', '/score/parts/3')).toEqual({
      ok: false,
      refusal: { code: unfit, path: '/score/parts/3', severity: 'error', values: { title: 'a项', sign: 'adds' } },
    }));

  it.each<[Sign, string, number | string]>([
    ['adds', '0.01', 1],
    ['adds', '0', unfit],
    ['adds', '-0.01', unfit],
    ['adds', '0.001', unfit],
    ['deducts', '-0.01', -1],
    ['deducts', '0', unfit],
    ['deducts', '0.01', unfit],
  ])('%s %s each time: %s', (sign, by, amount) => expect(usually(worth(by), sign)).toBe(amount));

  it('counts one point each only where points are added, and never by two rules', () => {
    expect([usually(aCount('a'), 'adds'), usually(aCount('a'), 'deducts')]).toEqual([100, unfit]);
    const doubled = [{ kind: 'times', by: '1' } as const, { kind: 'times', by: '2' } as const];
    expect(usually(aCount('a', { each: doubled }), 'adds')).toBe(unfit);
    expect(usually(aCount('a', { each: [{ kind: 'times', by: { byClass: { x: '1' } } }] }), 'adds')).toBe(unfit);
  });

  it.each<[Sign, string, boolean]>([
    ['adds', '(0,)', true],
    ['adds', '[0,)', false],
    ['adds', '[0.01,5]', true],
    ['adds', '[-0.01,5]', false],
    ['adds', '(-1,5]', false],
    ['adds', '(,5]', false],
    ['deducts', '(,0)', true],
    ['deducts', '(,0]', false],
    ['deducts', '[-5,-0.01]', true],
    ['deducts', '[-5,0.01]', false],
    ['deducts', '[-5,1)', false],
    ['deducts', '[-5,)', false],
  ])('%s what lies within %s: %p', (sign, range, fits) => expect(usually(within(range), sign)).toBe(fits ? null : unfit));

  it('states an amount in hundredths that is summed as it is', () => {
    expect(usually(within('(,0)', { usual: '-0.25' }), 'deducts')).toBe(-25);
    expect(usually(within('(,0)', { usual: '-0.255' }), 'deducts')).toBe(unfit);
    expect(usually(within('(0,)', { together: 'highest' }), 'adds')).toBe(unfit);
    expect(usually({ ...within('(0,)'), each: [] }, 'adds')).toBeNull();
    expect(usually({ ...within('(0,)'), each: [{ kind: 'times', by: '2' }] }, 'adds')).toBe(unfit);
    expect(usually(aCount('a', { measure: { kind: 'value', unit: '分', together: 'sum' } }), 'adds')).toBe(unfit);
  });
});

describe('what an entry may count of an item without a usual worth (A12)', () => {
  const free = itemProfile(aValue('a', '(0,5]'), 'adds', '/score');
  it.each([
    ['0', false],
    ['0.01', true],
    ['5', true],
    ['5.01', false],
  ])('%s: %p', (amount, allowed) => expect(free.ok && allows(free.value, points(amount))).toBe(allowed));
});
