import { describe, expect, it } from '@jest/globals';
import { points } from '../points/points.ts';
import { aProfile } from '../schemes/profile/profile.builders.ts';
import { aLine, aMemberId, aPledge, partlyDone } from './evaluation.builders.ts';
import { checkLine, ledgerRowsOf, reversalOf } from './ledger.ts';

const rules = { profile: aProfile, ceiling: points(6), pledgesDue: [aPledge('p1')] };
const absence = { item: 'unexcused-absence', amount: points('-0.5') };
const gift = { item: 'major-contribution', amount: points(3), evidence: 'letter 12' };

describe('a line (regulation 2-1)', () => {
  it('that deducts in base and adds in reward is accepted', () => {
    const line = aLine({ base: [absence], reward: [gift] });
    expect(checkLine(rules, line)).toEqual({ ok: true, value: line });
  });

  it.each([
    ['an item that the scheme has not', { base: [{ item: 'likes', amount: points(-1) }] }, 'unknown-item'],
    ['a reward item in base', { base: [gift] }, 'unknown-item'],
    ['a deduction that adds', { base: [{ ...absence, amount: points('0.5') }] }, 'wrong-sign'],
    ['a deduction of nothing', { base: [{ ...absence, amount: points(0) }] }, 'wrong-sign'],
    ['a reward that deducts', { reward: [{ ...gift, amount: points(-3) }] }, 'wrong-sign'],
    [
      'letters that are no whole number',
      { reward: [{ item: 'letter', amount: points('1.5'), evidence: 'letter 12' }] },
      'amount-not-allowed',
    ],
    ['a reward without evidence', { reward: [{ item: gift.item, amount: gift.amount }] }, 'evidence-required'],
    ['task points above the ceiling', { task: { kind: 'decided', amount: points('6.01') } }, 'exceeds-ceiling'],
  ] as const)('with %s is refused', (_what, other, code) =>
    expect(checkLine(rules, aLine(other))).toMatchObject({ ok: false, refusal: { code, memberId: aMemberId } }),
  );

  it.each(['-0.01', '-0.75', '-21'])('may deduct another amount than the sample: %s', (amount) =>
    expect(checkLine(rules, aLine({ base: [{ ...absence, amount: points(amount) }] })).ok).toBe(true),
  );
});

describe('the ledger (regulation 1, 2-2 step 11)', () => {
  it('gets one row for each item and one for the task points', () => {
    const line = aLine({ base: [absence], task: { kind: 'fulfilments', fulfilments: [partlyDone('p1')] }, reward: [gift] });
    expect(ledgerRowsOf(rules, line)).toEqual([
      { component: 'base', item: 'unexcused-absence', amount: -50 },
      { component: 'task', item: 'fulfilments', amount: 360 },
      { component: 'reward', item: 'major-contribution', amount: 300 },
    ]);
  });

  it('gets no task row from whoever has not applied', () =>
    expect(ledgerRowsOf(rules, aLine({ base: [absence], task: { kind: 'not-applied' } }))).toEqual([
      { component: 'base', item: 'unexcused-absence', amount: -50 },
    ]));

  it('never gets a line that was not checked', () => {
    expect(() => ledgerRowsOf(rules, aLine({ task: { kind: 'decided', amount: points(7) } }))).toThrow(/exceeds-ceiling/);
  });

  it('takes a row back by one of the opposite amount', () =>
    expect(reversalOf({ component: 'base', item: 'late-dues', amount: points('-0.5') })).toEqual({
      component: 'base',
      item: 'late-dues',
      amount: 50,
    }));

  it('the reversal of nothing is nothing', () => expect(reversalOf({ component: 'task', item: 'a', amount: points(0) }).amount).toBe(0));
});
