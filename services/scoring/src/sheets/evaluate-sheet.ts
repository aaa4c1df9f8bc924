import { createHash } from 'node:crypto';
import {
  canonicalSheet,
  type KeptRow,
  type MonthLine,
  memberId as memberIdOf,
  period as periodOf,
  pointsFromHundredths,
  type SettledMonth,
  sheetOfMonth,
  subtractPoints,
} from '@jifen/domain';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { rulesOf } from '../branch-months/lines.ts';
import type { LedgerRow } from '../ledger/ledger.store.ts';
import { readyFrozen } from '../scheme-library/ready-schemes.ts';
import { type Sheet, type SheetTotals, sheetId } from './sheet.store.ts';

const settled = ({ period, ceiling }: Pick<SheetTotals, 'period' | 'ceiling'>): SettledMonth => ({
  period: periodOf(period),
  ceiling: pointsFromHundredths(ceiling),
});

function kept({ _id: id, period, component, item, amount, evidence, reverses }: LedgerRow): KeptRow {
  return {
    id,
    period: periodOf(period),
    component,
    item,
    amount: pointsFromHundredths(amount),
    ...(evidence === undefined ? {} : { evidence }),
    ...(reverses === undefined ? {} : { reverses }),
  };
}

/** What the record holds of a member's year: the line of this month, the months before it with their ceilings, the ledger's rows. */
export type MemberYear = { line: MonthLine; earlier: readonly Pick<SheetTotals, 'period' | 'ceiling'>[]; rows: readonly LedgerRow[] };

/** Makes a month's sheets, by the scheme with which it was opened, each with the hash that proves it unchanged. */
export function sheetMaker(record: BranchMonthRecord): (year: MemberYear) => Sheet {
  const ready = readyFrozen(record.scheme);
  const { period, branchId, state } = record;
  return ({ line, earlier, rows }) => {
    const { memberId, task: claim } = line;
    const month = sheetOfMonth(ready, {
      memberId: memberIdOf(memberId),
      period: periodOf(period),
      months: [...earlier.map(settled), { period: periodOf(period), ceiling: state.ceiling }],
      rows: rows.map(kept),
      claim,
      pledgesDue: rulesOf(record, memberId).pledgesDue,
    });
    const { base, task, reward, honour, total, yearToDate, surplus } = month;
    const { baseBalance, possibleMaximum } = yearToDate;
    const yearBase = subtractPoints(baseBalance, ready.profile.base.yearStart);
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
      rowCount: rows.filter((row) => row.period === period).length,
    };
  };
}
