import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { points, pointsFromHundredths } from '../points/points.ts';
import { checkHonour, checkLine } from './check-line.ts';
import { aLine, aMemberId, aPledge, aScheme, partlyDone } from './evaluation.builders.ts';
import { addBalances, balancesOf, emptyBalances, type LedgerRow, ledgerRowsOf, reversalOf } from './ledger.ts';

const rules = { scheme: aScheme, ceiling: points(6), pledgesDue: [aPledge('p1')] };
const absence = { item: 'unexcused-absence', amount: points('-0.5') };
const gift = { item: 'major-contribution', amount: points(3), evidence: 'letter 12' };

const row = fc.record({
  component: fc.constantFrom('base', 'task', 'reward', 'honour'),
  item: fc.constantFrom('a', 'b'),
  amount: fc.integer({ min: -700, max: 700 }).map(pointsFromHundredths),
}) satisfies fc.Arbitrary<LedgerRow>;

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
    ['a reward without evidence', { reward: [{ item: gift.item, amount: gift.amount }] }, 'evidence-required'],
    ['task points above the ceiling', { task: { kind: 'decided', amount: points('6.01') } }, 'exceeds-ceiling'],
  ] as const)('with %s is refused', (_what, other, code) =>
    expect(checkLine(rules, aLine(other))).toMatchObject({ ok: false, refusal: { code, memberId: aMemberId } }),
  );

  it('an honour names its item and its document', () => {
    const honour = { item: 'county-level', amount: points(3) };
    expect(checkHonour(aScheme, aMemberId, { ...honour, evidence: 'county letter 3' }).ok).toBe(true);
    expect(checkHonour(aScheme, aMemberId, honour)).toMatchObject({ refusal: { code: 'evidence-required' } });
  });
});

describe('the ledger (regulation 1, 2-2 step 11)', () => {
  it('gets one row for each item and one for the task points', () => {
    const line = aLine({ base: [absence], task: { kind: 'fulfilments', fulfilments: [partlyDone('p1')] }, reward: [gift] });
    expect(ledgerRowsOf(rules, line, [{ item: 'county-level', amount: points(3) }])).toEqual([
      { component: 'base', item: 'unexcused-absence', amount: -50 },
      { component: 'task', item: 'fulfilments', amount: 360 },
      { component: 'reward', item: 'major-contribution', amount: 300 },
      { component: 'honour', item: 'county-level', amount: 300 },
    ]);
  });

  it('gets no task row from whoever has not applied', () =>
    expect(ledgerRowsOf(rules, aLine({ base: [absence], task: { kind: 'not-applied' } }))).toEqual([
      { component: 'base', item: 'unexcused-absence', amount: -50 },
    ]));

  it('never gets a line that was not checked', () => {
    expect(() => ledgerRowsOf(rules, aLine({ task: { kind: 'decided', amount: points(7) } }))).toThrow(/exceeds-ceiling/);
  });

  it('the order of its rows never matters', () => {
    fc.assert(fc.property(fc.array(row), (rows) => expect(balancesOf(rows)).toEqual(balancesOf([...rows].reverse()))));
  });

  it('a row and its reversal leave what was before', () => {
    fc.assert(
      fc.property(fc.array(row), row, (rows, wrong) => expect(balancesOf([...rows, wrong, reversalOf(wrong)])).toEqual(balancesOf(rows))),
    );
  });

  it('the reversal of nothing is nothing', () => expect(reversalOf({ component: 'task', item: 'a', amount: points(0) }).amount).toBe(0));

  it('two parts of it sum up to the whole', () => {
    fc.assert(
      fc.property(fc.array(row), fc.array(row), (one, other) =>
        expect(addBalances(balancesOf(one), balancesOf(other))).toEqual(balancesOf([...one, ...other])),
      ),
    );
    expect(balancesOf([])).toEqual(emptyBalances);
  });
});
