import { createHash } from 'node:crypto';
import {
  addBalances,
  addPoints,
  type Carried,
  canonicalSheet,
  evaluateMonth,
  type LineRules,
  type MonthLine,
  nothingCarried,
  period as periodOf,
  pointsFromHundredths,
} from '@jifen/domain';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { type Sheet, type SheetTotals, sheetId } from './sheet.store.ts';

export function rulesOf({ state }: BranchMonthRecord, memberId: string): LineRules {
  const participant = state.participants.find((one) => one.memberId === memberId);
  return { scheme: state.scheme, ceiling: state.ceiling, pledgesDue: participant?.pledgesDue ?? [] };
}

function carry(carried: Carried, { totals, ceiling }: SheetTotals): Carried {
  const month = {
    base: pointsFromHundredths(totals.base),
    task: pointsFromHundredths(totals.task),
    reward: pointsFromHundredths(totals.reward),
    honour: pointsFromHundredths(totals.honour),
  };
  return { ...addBalances(carried, month), ceilings: addPoints(carried.ceilings, pointsFromHundredths(ceiling)) };
}

export type SheetFacts = { record: BranchMonthRecord; line: MonthLine; earlier: readonly SheetTotals[]; rowCount: number };

/** A member's month by the regulation, with the hash that proves it unchanged. `earlier` are his months of the year before this one. */
export function evaluateSheet({ record, line, earlier, rowCount }: SheetFacts): Sheet {
  const { period, branchId, state } = record;
  const carried = earlier.reduce(carry, nothingCarried);
  const { memberId } = line;
  const month = evaluateMonth({ ...rulesOf(record, memberId), period: periodOf(period), line, carried });
  const { base, task, reward, honour, total, yearToDate, surplus } = month;
  const { baseBalance, possibleMaximum } = yearToDate;
  const yearBase = addPoints(carried.base, base);
  const year = { base: yearBase, task: yearToDate.task, reward: yearToDate.reward, honour: yearToDate.honour, total: yearToDate.total };
  return {
    _id: sheetId(memberId, period),
    memberId,
    branchId,
    period,
    year: Number(period.slice(0, 4)),
    ceiling: state.ceiling,
    totals: { base, task, reward, honour, total },
    yearToDate: { ...year, baseBalance, possibleMaximum, rewardSurplus: surplus.reward },
    trace: month.trace.map(({ code, values }) => ({ code, values: { ...values } })),
    hash: createHash('sha256').update(canonicalSheet(month)).digest('hex'),
    rowCount,
  };
}
