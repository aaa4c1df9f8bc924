import { describe, expect, it } from '@jest/globals';
import { aCount, aSum } from '../scheme.builders.ts';
import { scored } from './scored.builders.ts';

const levels = [
  { id: 'school', title: '校级', value: '3' },
  { id: 'province', title: '省级', value: '6' },
];
const score = aSum('total', [aCount('papers'), aCount('awards', { measure: { kind: 'level', levels, sameDeed: 'highest-once' } })]);
const sameDeed = (...items: string[]) => ({ sameDeed: [{ id: 'once', items }] });
const [school, province] = [
  { item: 'awards', level: 'school', deed: 'robots', date: '2026-03-01' },
  { item: 'awards', level: 'province', deed: 'robots', date: '2026-04-01' },
];

describe('a deed that several items may count (A13)', () => {
  it.each([
    ['the lower one first', [school, province], ['e1', 'e2']],
    ['the higher one first', [province, school], ['e2', 'e1']],
  ] as const)('counts at its highest level within one of them, %s', (_order, entries, [entry, counts]) => {
    const { total, setAside } = scored(score, entries, {}, sameDeed('awards', 'papers'));
    expect([total, setAside]).toEqual(['6', [{ entry, counts }]]);
  });

  it('counts under the first of the items, whatever its level under another', () => {
    const { total, setAside } = scored(score, [school, province, { item: 'papers', deed: 'robots' }], {}, sameDeed('papers', 'awards'));
    expect([total, setAside.map(({ entry }) => entry)]).toEqual(['1', ['e1', 'e2']]);
  });

  it('of the same level, the earlier entry counts', () => {
    const again = { ...province, date: '2026-05-01' };
    expect(scored(score, [again, province], {}, sameDeed('awards')).setAside).toEqual([{ entry: 'e1', counts: 'e2' }]);
  });
});
