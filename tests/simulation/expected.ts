import type { MonthCounters } from '@jifen/contracts';
import { expectedRows, expectedTotals, type MonthTotals } from './expected-line.ts';
import { type BranchMonthScript, isLate, type MemberScript, type Script } from './script.ts';

export type ExpectedYear = { total: number; baseBalance: number; possibleMaximum: number; rewardSurplus: number };
export type ExpectedMember = { memberId: string; branchId: string; months: Record<string, MonthTotals>; year: ExpectedYear };
export type ExpectedBranchMonth = { branchId: string; period: string; counters: MonthCounters; returned: number };
export type ExpectedCounts = Record<'applied' | 'late' | 'onBehalf' | 'absent' | 'returned' | 'published' | 'ledgerRows', number>;

export type Expected = { members: ExpectedMember[]; branchMonths: ExpectedBranchMonth[]; counts: ExpectedCounts };

const yearStart = 2_000;
const rewardMaximum = 1_000;

/** The expected results of a script, by its own arithmetic: nothing of the product is used. */
export function expectedOf({ months }: Script): Expected {
  const branchMonths = months.map(branchMonthOf);
  const sum = (of: (one: ExpectedBranchMonth) => number) => branchMonths.reduce((total, one) => total + of(one), 0);
  const lines = months.flatMap((month) => month.members);
  return {
    members: membersOf(months),
    branchMonths,
    counts: {
      applied: sum(({ counters }) => counters.applied),
      late: sum(({ counters }) => counters.late),
      onBehalf: sum(({ counters }) => counters.onBehalf),
      absent: sum(({ counters }) => counters.absent),
      returned: sum(({ returned }) => returned),
      published: lines.length,
      ledgerRows: lines.reduce((rows, line) => rows + expectedRows(line), 0),
    },
  };
}

function branchMonthOf({ branch, period, members, returnedTo }: BranchMonthScript): ExpectedBranchMonth {
  const count = (is: (member: MemberScript) => boolean) => members.filter(is).length;
  const counters = {
    due: members.length,
    applied: count(({ handedIn }) => handedIn === 'in-time' || handedIn === 'anew'),
    onBehalf: count(({ handedIn }) => handedIn === 'on-paper'),
    late: count(isLate),
    absent: count(({ handedIn }) => handedIn === 'never'),
    objections: count(({ objection }) => objection !== undefined),
    heldBack: 0,
  };
  return { branchId: branch.id, period, counters, returned: returnedTo === undefined ? 0 : 1 };
}

function membersOf(months: readonly BranchMonthScript[]): ExpectedMember[] {
  const members = new Map<string, ExpectedMember>();
  for (const { branch, period, ceiling, members: scripts } of months) {
    for (const script of scripts) {
      const { memberId } = script;
      const known = members.get(memberId) ?? { memberId, branchId: branch.id, months: {}, year: noYear };
      const totals = expectedTotals(script, ceiling);
      members.set(memberId, {
        ...known,
        months: { ...known.months, [period]: totals },
        year: yearWith(known.year, known.months, totals, ceiling),
      });
    }
  }
  return [...members.values()];
}

const noYear: ExpectedYear = { total: yearStart, baseBalance: yearStart, possibleMaximum: yearStart, rewardSurplus: 0 };

/** Rewards beyond the year's maximum are counted in the months, and shown as surplus. */
function yearWith(year: ExpectedYear, before: Record<string, MonthTotals>, added: MonthTotals, ceiling: number): ExpectedYear {
  const rewards = [...Object.values(before), added].reduce((sum, { reward }) => sum + reward, 0);
  return {
    total: year.total + added.total,
    baseBalance: year.baseBalance + added.base,
    possibleMaximum: year.possibleMaximum + ceiling,
    rewardSurplus: Math.max(0, rewards - rewardMaximum),
  };
}
