import { describe, expect, it } from '@jest/globals';
import { expectedOf } from './expected.ts';
import type { BranchMonthScript, HandedIn, MemberScript, Script } from './script.ts';

const branch = { id: 'zb001' } as BranchMonthScript['branch'];
const ways: readonly HandedIn[] = ['in-time', 'anew', 'on-paper', 'late', 'late-before-review', 'late-after-review', 'never'];

const aMember = (memberId: string, handedIn: HandedIn, other: Partial<MemberScript> = {}): MemberScript => ({
  memberId,
  personId: `p-${memberId}`,
  signsIn: true,
  handedIn,
  fulfilled: [{ pledgeId: 'a', weight: 1, state: 'done' }],
  rewards: [],
  deductions: [],
  knownTask: 0,
  ...other,
});
const everyWay = ways.map((handedIn) => aMember(`m-${handedIn}`, handedIn));
const aMonth = (period: string, members: readonly MemberScript[], other: Partial<BranchMonthScript> = {}): BranchMonthScript => ({
  branch,
  period,
  ceiling: 500,
  members,
  ...other,
});
const aScript = (...months: BranchMonthScript[]): Script => ({
  seed: '1',
  periods: [...new Set(months.map(({ period }) => period))],
  months,
});
const rewarded = (amount: number) => aMember('m1', 'in-time', { rewards: [{ item: 'heroic-act', amount }] });

describe('what a script comes to', () => {
  it('counts every member once: in time, on behalf, late or absent', () => {
    const objection = { upheld: false } as const;
    const members = [...everyWay, aMember('m-objecting', 'in-time', { objection })];
    const [month] = expectedOf(aScript(aMonth('2026-01', members))).branchMonths;
    expect(month?.counters).toEqual({ due: 8, applied: 3, onBehalf: 1, late: 3, absent: 1, objections: 1, heldBack: 0 });
  });

  it('publishes every line, and counts what is returned', () => {
    const { counts } = expectedOf(aScript(aMonth('2026-01', everyWay, { returnedTo: 'filing' }), aMonth('2026-02', everyWay)));
    expect(counts).toEqual({ applied: 4, late: 6, onBehalf: 2, absent: 2, returned: 1, published: 14, ledgerRows: 12 });
  });

  it('adds the months to a year that begins with 20 points', () => {
    const deducted = aMember('m1', 'in-time', { deductions: [{ item: 'late-dues', amount: 50 }] });
    const [member] = expectedOf(aScript(aMonth('2026-01', [deducted]), aMonth('2026-02', [rewarded(100)], { ceiling: 600 }))).members;
    expect(member?.months['2026-01']).toEqual({ base: -50, task: 500, reward: 0, honour: 0, total: 450 });
    expect(member?.year).toEqual({ total: 3_150, baseBalance: 1_950, possibleMaximum: 3_100, rewardSurplus: 0 });
  });

  it('takes nothing off rewards beyond ten points; they are a surplus of the year', () => {
    const yearOf = (second: number) =>
      expectedOf(aScript(aMonth('2026-01', [rewarded(600)]), aMonth('2026-02', [rewarded(second)]))).members[0];
    expect(yearOf(400)?.year).toMatchObject({ total: 4_000, rewardSurplus: 0 });
    expect(yearOf(401)?.year).toMatchObject({ total: 4_001, rewardSurplus: 1 });
  });
});
