import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { memberId } from '../ids/ids.ts';
import { points, pointsFromHundredths } from '../points/points.ts';
import { checkCeilings } from './ceilings.ts';
import { checkPledges, type Pledge, type PledgeKind, pledgesDueIn } from './pledges.ts';

const exactly70 = { id: 'task', title: '', each: '[5,6]', step: '0.01', total: '70' };
const sixEach = { id: 'task', title: '', each: '[6,6]', step: '1' };
const tenSixesAndTwoFives = [6, 5, 6, 6, 6, 6, 6, 6, 6, 6, 6, 5].map(points);
const twelveSixes = Array.from({ length: 12 }, () => points(6));

describe('the year’s ceilings (regulation 2-1, A2)', () => {
  it('ten sixes and two fives make 70 and are accepted (S-11)', () =>
    expect(checkCeilings(exactly70, tenSixesAndTwoFives)).toEqual({ ok: true, value: tenSixesAndTwoFives }));

  it('twelve sixes make 72 and are refused where exactly 70 are planned (S-10)', () =>
    expect(checkCeilings(exactly70, twelveSixes)).toEqual({
      ok: false,
      refusal: { code: 'ceilings-do-not-sum', total: 7200, expected: '70' },
    }));

  it('twelve sixes are accepted where the year counts at most 70 (S-10)', () => expect(checkCeilings(sixEach, twelveSixes).ok).toBe(true));

  it('a five is refused where every month has six', () =>
    expect(checkCeilings(sixEach, tenSixesAndTwoFives)).toMatchObject({ refusal: { code: 'ceiling-out-of-range', month: 2 } }));

  it.each([
    [4.99, false],
    [5, true],
    [6, true],
    [6.01, false],
  ] as const)('a ceiling of %d is within 5–6: %p', (ceiling, within) => {
    const rest = 70 * 100 - ceiling * 100;
    const others = Array.from({ length: 11 }, (_, index) => pointsFromHundredths(Math.floor(rest / 11) + (index < rest % 11 ? 1 : 0)));
    expect(checkCeilings(exactly70, [points(ceiling), ...others]).ok).toBe(within);
  });

  it('are what another scheme says: 4–6 in halves that make 60', () => {
    const sixty = { id: 'task', title: '', each: '[4,6]', step: '0.5', total: '60' };
    const fives = Array.from({ length: 12 }, () => points(5));
    expect(checkCeilings(sixty, fives).ok).toBe(true);
    expect(checkCeilings(sixty, [points(4.5), points(5.5), ...fives.slice(2)]).ok).toBe(true);
    expect(checkCeilings(sixty, [points(4.6), points(5.4), ...fives.slice(2)])).toEqual({
      ok: false,
      refusal: { code: 'ceiling-out-of-range', month: 1, ceiling: 460, each: '[4,6]' },
    });
    expect(checkCeilings(sixty, tenSixesAndTwoFives)).toMatchObject({
      refusal: { code: 'ceilings-do-not-sum', total: 7000, expected: '60' },
    });
  });

  it('a plan has twelve months', () =>
    expect(checkCeilings(exactly70, twelveSixes.slice(1))).toEqual({ ok: false, refusal: { code: 'ceilings-not-twelve', months: 11 } }));

  it('whatever is accepted sums to exactly 70', () => {
    const ceilings = fc.array(fc.integer({ min: 500, max: 600 }).map(pointsFromHundredths), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(ceilings, (plan) => {
        const total = plan.reduce<number>((sum, ceiling) => sum + ceiling, 0);
        expect(checkCeilings(exactly70, plan).ok).toBe(total === 7000);
      }),
    );
  });
});

const pledge = (kind: PledgeKind, other: Partial<Pledge> = {}): Pledge => ({
  id: kind,
  memberId: memberId('m1'),
  kind,
  dueMonths: [1],
  weight: 1,
  ...other,
});
const fourOfEach = [{ item: 'pledges', classes: ['without-post'], kinds: ['common', 'post', 'practical', 'self-discipline'] }];
const fourKinds = (['common', 'post', 'practical', 'self-discipline'] as const).map((kind) => pledge(kind));

describe('pledges (regulation 2-1, A15)', () => {
  it('a member without post who pledges all four kinds is accepted', () =>
    expect(checkPledges(fourOfEach, 'without-post', fourKinds)).toEqual({ ok: true, value: fourKinds }));

  it('a member without post with three kinds only cannot be approved (S-15)', () =>
    expect(checkPledges(fourOfEach, 'without-post', fourKinds.slice(0, 3))).toEqual({
      ok: false,
      refusal: { code: 'pledge-kinds-missing', missing: ['self-discipline'] },
    }));

  it('are wanted of whom another scheme names', () => {
    const ofOthers = [{ item: 'pledges', classes: ['in-post', 'old-or-ill'], kinds: ['post'] }];
    expect(checkPledges(ofOthers, 'without-post', []).ok).toBe(true);
    expect(checkPledges(ofOthers, 'old-or-ill', [])).toEqual({ ok: false, refusal: { code: 'pledge-kinds-missing', missing: ['post'] } });
    expect(checkPledges(ofOthers, 'in-post', [pledge('common')])).toMatchObject({ refusal: { missing: ['post'] } });
  });

  it('the same three kinds do for a member in post, and none for an old or ill one', () => {
    expect(checkPledges(fourOfEach, 'in-post', fourKinds.slice(0, 3)).ok).toBe(true);
    expect(checkPledges(fourOfEach, 'old-or-ill', []).ok).toBe(true);
  });

  it('a member in post has at least one target', () =>
    expect(checkPledges(fourOfEach, 'in-post', [])).toEqual({ ok: false, refusal: { code: 'no-pledges' } }));

  it.each([0, -1, 1.5])('a weight of %p is refused', (weight) =>
    expect(checkPledges(fourOfEach, 'in-post', [pledge('post', { weight })])).toMatchObject({ refusal: { code: 'weight-not-whole' } }),
  );

  it.each([[[]], [[0]], [[13]], [[3, 3]], [[1.5]]])('due months %p are refused', (dueMonths) =>
    expect(checkPledges(fourOfEach, 'in-post', [pledge('post', { dueMonths })])).toMatchObject({ refusal: { code: 'due-months-invalid' } }),
  );

  it('one id names one pledge', () =>
    expect(checkPledges(fourOfEach, 'in-post', [pledge('post'), pledge('post')])).toMatchObject({ refusal: { code: 'duplicate-pledge' } }));

  it('a pledge is due in its months only', () => {
    const spring = pledge('post', { dueMonths: [3, 4] });
    expect([pledgesDueIn(2, [spring]), pledgesDueIn(3, [spring]), pledgesDueIn(4, [spring])]).toEqual([[], [spring], [spring]]);
  });
});
