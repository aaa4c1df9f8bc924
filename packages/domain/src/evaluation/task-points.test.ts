import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { points } from '../points/points.ts';
import type { FulfilmentRate } from '../schemes/profile/month-profile.ts';
import { aProfile } from '../schemes/profile/profile.builders.ts';
import { aPledge, done, notDone } from './evaluation.builders.ts';
import type { Fulfilment } from './month-line.ts';
import { taskPoints } from './task-points.ts';

const { rates } = aProfile.task;
const asked = { rates, ceiling: points(6), pledgesDue: [aPledge('p1'), aPledge('p2')] };
const claim = (...fulfilments: readonly Fulfilment[]) => ({ kind: 'fulfilments', fulfilments }) as const;
const pointsOf = (result: ReturnType<typeof taskPoints>) => (result.ok ? result.value : result.refusal);

describe('task points of a month (regulation 2-1)', () => {
  it.each([
    ['done', 'done', '6'],
    ['done', 'partly-done', '4.8'],
    ['done', 'not-done', '3'],
    ['partly-done', 'partly-done', '3.6'],
    ['partly-done', 'not-done', '1.8'],
    ['not-done', 'not-done', '0'],
  ] as const)('of two equal pledges, %s and %s, a ceiling of 6 gives %s', (one, other, expected) => {
    const result = taskPoints(asked, claim({ pledgeId: 'p1', rate: one }, { pledgeId: 'p2', rate: other }));
    expect(pointsOf(result)).toBe(points(expected));
  });

  it('a pledge counts by its weight', () => {
    const weighted = { ...asked, pledgesDue: [aPledge('p1', 3), aPledge('p2', 1)] };
    expect(pointsOf(taskPoints(weighted, claim(done('p1'), notDone('p2'))))).toBe(points('4.5'));
    expect(pointsOf(taskPoints(weighted, claim(notDone('p1'), done('p2'))))).toBe(points('1.5'));
  });

  it('a month may score nothing', () => expect(pointsOf(taskPoints(asked, claim(notDone('p1'), notDone('p2'))))).toBe(0));

  it('the amount is rounded once, half up, over all pledges', () => {
    const three = { ...asked, ceiling: points(5), pledgesDue: [aPledge('p1'), aPledge('p2'), aPledge('p3')] };
    expect(pointsOf(taskPoints(three, claim(done('p1'), notDone('p2'), notDone('p3'))))).toBe(points('1.67'));
    expect(pointsOf(taskPoints(three, claim(done('p1'), done('p2'), notDone('p3'))))).toBe(points('3.33'));
    expect(pointsOf(taskPoints(three, claim(done('p1'), done('p2'), done('p3'))))).toBe(points('5'));
  });

  it.each([
    ['a pledge that is not due', claim(done('p1'), done('p2'), done('p9')), { code: 'unknown-pledge', pledgeId: 'p9' }],
    ['a pledge appraised twice', claim(done('p1'), done('p1')), { code: 'pledge-appraised-twice', pledgeId: 'p1' }],
    ['a pledge not appraised', claim(done('p1')), { code: 'pledge-not-appraised', pledgeId: 'p2' }],
    ['a stated progress while pledges are due', { kind: 'stated-progress', percent: 50 }, { code: 'pledges-are-due', count: 2 }],
  ] as const)('%s is refused', (_what, claimed, refusal) => expect(taskPoints(asked, claimed)).toEqual({ ok: false, refusal }));

  it('a month without anything due scores the progress that the branch states', () => {
    const nothingDue = { ...asked, pledgesDue: [] };
    expect(pointsOf(taskPoints(nothingDue, { kind: 'stated-progress', percent: 50 }))).toBe(points(3));
    expect(pointsOf(taskPoints(nothingDue, { kind: 'stated-progress', percent: 100 }))).toBe(points(6));
    expect(pointsOf(taskPoints(nothingDue, claim()))).toEqual({ code: 'nothing-due' });
  });

  it.each([-1, 101, 0.5])('a progress of %p percent is refused', (percent) =>
    expect(pointsOf(taskPoints({ ...asked, pledgesDue: [] }, { kind: 'stated-progress', percent }))).toEqual({
      code: 'percent-out-of-range',
      percent,
    }),
  );

  it('an amount decided by people lies between nothing and the ceiling', () => {
    const decided = (amount: string) => pointsOf(taskPoints(asked, { kind: 'decided', amount: points(amount) }));
    expect([decided('0'), decided('3'), decided('6')]).toEqual([0, 300, 600]);
    expect(decided('6.01')).toEqual({ code: 'exceeds-ceiling', amount: 601, ceiling: 600 });
    expect(decided('-0.01')).toEqual({ code: 'exceeds-ceiling', amount: -1, ceiling: 600 });
  });

  it('a member who has not applied has no points', () => expect(pointsOf(taskPoints(asked, { kind: 'not-applied' }))).toBe(0));

  it('the order of the pledges never matters, and the ceiling is never exceeded', () => {
    const rate = fc.constantFrom<FulfilmentRate>('done', 'partly-done', 'not-done');
    const pledges = fc.array(fc.tuple(fc.integer({ min: 1, max: 100 }), rate), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(pledges, (given) => {
        const due = given.map(([weight], index) => aPledge(`p${index}`, weight));
        const fulfilments = given.map(([, done], index): Fulfilment => ({ pledgeId: `p${index}`, rate: done }));
        const forwards = pointsOf(taskPoints({ ...asked, pledgesDue: due }, claim(...fulfilments)));
        const backwards = pointsOf(taskPoints({ ...asked, pledgesDue: [...due].reverse() }, claim(...[...fulfilments].reverse())));
        expect(forwards).toBe(backwards);
        expect(forwards).toBeGreaterThanOrEqual(0);
        expect(forwards).toBeLessThanOrEqual(600);
      }),
    );
  });
});
