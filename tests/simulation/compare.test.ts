import { describe, expect, it } from '@jest/globals';
import { compare } from './compare.ts';
import type { Expected } from './expected.ts';
import type { Seen, SeenSheet } from './read-back.ts';
import { countDifferences } from './summary.ts';

const counters = { due: 1, applied: 1, onBehalf: 0, late: 0, absent: 0, objections: 0, heldBack: 0 };
const totals = { base: 0, task: 500, reward: 0, honour: 0, total: 500 };
const year = { total: 2_500, baseBalance: 2_000, possibleMaximum: 2_500, rewardSurplus: 0 };
const counts = { applied: 1, late: 0, onBehalf: 0, absent: 0, returned: 0, published: 1, ledgerRows: 1 };
const expected: Expected = {
  members: [{ memberId: 'm1', branchId: 'b1', months: { '2026-01': totals }, year }],
  branchMonths: [{ branchId: 'b1', period: '2026-01', counters, returned: 0 }],
  counts,
};

const aSheet = (month: object = {}, soFar: object = {}): SeenSheet => ({
  memberId: 'm1',
  own: true,
  rows: 1,
  months: [{ period: '2026-01', ceiling: 500, state: 'settled', totals, trace: [], ...month }],
  yearToDate: { ...totals, ...year, ...soFar },
});
const month = { branchId: 'b1', period: '2026-01', by: 'p1', stage: 'closed', counters, returned: 0, totals: { m1: totals } };
const listed = { branchId: 'b1', period: '2026-01', stage: 'closed', counters };
const seen: Seen = { sheets: [aSheet()], months: [month], list: [listed] };
const found = (other: Partial<Seen>) => compare(expected, { ...seen, ...other });

describe('comparing what the console shows with what was written down', () => {
  it('finds nothing where everything is as it should be', () => {
    expect(found({})).toEqual([]);
  });

  it('finds a number on a sheet that is off by a hundredth', () => {
    const off = aSheet({ totals: { ...totals, task: 501 } });
    expect(found({ sheets: [off] })).toEqual([
      '2026-01 on the sheet of m1: {"base":0,"task":501,"reward":0,"honour":0,"total":500}, expected {"base":0,"task":500,"reward":0,"honour":0,"total":500}',
    ]);
    expect(found({ sheets: [aSheet({}, { total: 2_499 })] })).toHaveLength(1);
  });

  it('finds a sheet that is missing, a month that is not settled, and one that should not be there', () => {
    expect(found({ sheets: [] })).toEqual(['m1 has no sheet']);
    expect(found({ sheets: [aSheet({ state: 'open' })] })).toEqual(['state of 2026-01 on the sheet of m1: "open", expected "settled"']);
    const [january] = aSheet().months;
    const february = january ? [january, { ...january, period: '2026-02' }] : [];
    expect(found({ sheets: [{ ...aSheet(), months: february }] })).toEqual([
      'months on the sheet of m1: ["2026-01","2026-02"], expected ["2026-01"]',
    ]);
  });

  it('finds a counter, a stage, a row or a returned filing that is not as it should be, as each of those who look sees it', () => {
    expect(found({ list: [{ ...listed, counters: { ...counters, late: 1 } }] })).toHaveLength(1);
    expect(found({ list: [] })).toHaveLength(2);
    expect(found({ list: [listed, { ...listed, period: '2026-02' }] })).toEqual(['the county lists 2 months, not 1']);
    expect(found({ months: [{ ...month, stage: 'filed' }] })).toEqual(['stage of b1/2026-01 as p1 sees it: "filed", expected "closed"']);
    expect(found({ months: [month, { ...month, by: 'p2', totals: {} }] })).toEqual(['rows of b1/2026-01 as p2 sees it: 0, expected 1']);
    expect(found({ months: [{ ...month, returned: 1 }] })).toHaveLength(1);
    expect(found({ months: [{ ...month, totals: { m1: undefined } }] })).toHaveLength(1);
  });
});

describe('comparing the counts', () => {
  it('names those that differ', () => {
    expect(countDifferences(counts, counts)).toEqual([]);
    expect(countDifferences({ ...counts, ledgerRows: 2 }, counts)).toEqual(['ledgerRows: 2, expected 1']);
  });
});
