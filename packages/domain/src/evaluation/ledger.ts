import { addPoints, type Points } from '../points/points.ts';
import type { Component } from '../schemes/profile/month-profile.ts';
import { checkLine, type LineRules } from './check-line.ts';
import type { Entry, MonthLine } from './month-line.ts';
import { taskPoints } from './task-points.ts';

/** One row of the ledger: rows are only ever added. */
export type LedgerRow = { readonly component: Component; readonly item: string; readonly amount: Points };

const rowOf =
  (component: Component) =>
  ({ item, amount }: Entry): LedgerRow => ({ component, item, amount });

/** Regulation 2-2 step 6: the ledger rows of a resolved line; without an application there is no task row. */
export function ledgerRowsOf(rules: LineRules, line: MonthLine): readonly LedgerRow[] {
  const checked = checkLine(rules, line);
  if (!checked.ok) throw new Error(`a line reaches the ledger only after it was checked: ${checked.refusal.code}`);
  const task = taskPoints({ rates: rules.profile.task.rates, ceiling: rules.ceiling, pledgesDue: rules.pledgesDue }, line.task);
  const taskRows: readonly LedgerRow[] =
    task.ok && line.task.kind !== 'not-applied' ? [{ component: 'task', item: line.task.kind, amount: task.value }] : [];
  return [...line.base.map(rowOf('base')), ...taskRows, ...line.reward.map(rowOf('reward'))];
}

/** Regulation 2-2 step 11 (A20): an error is corrected by a row that reverses the old one. */
export function reversalOf(row: LedgerRow): LedgerRow {
  return { ...row, amount: addPoints((row.amount === 0 ? 0 : -row.amount) as Points) };
}
