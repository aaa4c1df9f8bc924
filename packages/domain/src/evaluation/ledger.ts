import type { MemberId } from '../ids/ids.ts';
import { addPoints, type Points } from '../points/points.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { Pledge } from '../schemes/pledges.ts';
import { allows } from '../schemes/profile/item-profile.ts';
import { type Component, itemOf, type MonthProfile } from '../schemes/profile/month-profile.ts';
import type { Entry, MonthLine } from './month-line.ts';
import { type TaskRefusal, taskPoints } from './task-points.ts';

export type LineRefusal =
  | (TaskRefusal & { readonly memberId: MemberId })
  | { readonly code: 'unknown-item'; readonly memberId: MemberId; readonly component: Component; readonly item: string }
  | (OfItem & { readonly code: 'wrong-sign' | 'evidence-required' })
  | (OfItem & { readonly code: 'amount-not-allowed'; readonly amount: Points });

/** `title` as the scheme names the item. */
type OfItem = { readonly memberId: MemberId; readonly component: Component; readonly item: string; readonly title: string };

export type LineRules = { readonly profile: MonthProfile; readonly ceiling: Points; readonly pledgesDue: readonly Pledge[] };

type Placed = { readonly component: Exclude<Component, 'task'>; readonly memberId: MemberId };

function checkEntry(profile: MonthProfile, { component, memberId }: Placed, entry: Entry): LineRefusal | null {
  const item = itemOf(profile, component, entry.item);
  if (!item) return { code: 'unknown-item', memberId, component, item: entry.item };
  const facts = { memberId, component, item: item.id, title: item.title };
  const rightSign = component === 'base' ? entry.amount < 0 : entry.amount > 0;
  if (!rightSign) return { code: 'wrong-sign', ...facts };
  if (!allows(item, entry.amount)) return { code: 'amount-not-allowed', ...facts, amount: entry.amount };
  return item.evidence === 'required' && !entry.evidence ? { code: 'evidence-required', ...facts } : null;
}

/** The place of an error in a line: its task, or the n-th entry of a component. */
export type LineIssue = { readonly part: 'base' | 'task' | 'reward'; readonly entry?: number; readonly refusal: LineRefusal };

/** All errors of a line, in the order of the line. */
export function lineIssues({ profile, ceiling, pledgesDue }: LineRules, line: MonthLine): readonly LineIssue[] {
  const { memberId } = line;
  const entries = (part: 'base' | 'reward'): LineIssue[] =>
    line[part].flatMap((one, entry) => {
      const refusal = checkEntry(profile, { component: part, memberId }, one);
      return refusal ? [{ part, entry, refusal }] : [];
    });
  const task = taskPoints({ rates: profile.task.rates, ceiling, pledgesDue }, line.task);
  const wrongTask: LineIssue[] = task.ok ? [] : [{ part: 'task', refusal: { ...task.refusal, memberId } }];
  return [...entries('base'), ...entries('reward'), ...wrongTask];
}

/** Regulation 2-1: a line holds items of the scheme only, deducted in base and added in reward, and task points within the ceiling. */
export function checkLine(rules: LineRules, line: MonthLine): Result<MonthLine, LineRefusal> {
  const [first] = lineIssues(rules, line);
  return first ? refuse(first.refusal) : ok(line);
}

/** One row of the ledger: rows are only ever added. */
export type LedgerRow = { readonly component: Component; readonly item: string; readonly amount: Points };

const rowOf =
  (component: Component) =>
  ({ item, amount }: Entry): LedgerRow => ({ component, item, amount });

/** Regulation 2-2 step 6: the ledger rows of a resolved line; without an application there is no task row. */
export function ledgerRowsOf(rules: LineRules, line: MonthLine): readonly LedgerRow[] {
  const checked = checkLine(rules, line);
  if (!checked.ok) throw new Error(`a line reaches the ledger only after it was checked: ${checked.refusal.code}`);
  const task = taskPoints({ ...rules, rates: rules.profile.task.rates }, line.task);
  const taskRows: readonly LedgerRow[] =
    task.ok && line.task.kind !== 'not-applied' ? [{ component: 'task', item: line.task.kind, amount: task.value }] : [];
  return [...line.base.map(rowOf('base')), ...taskRows, ...line.reward.map(rowOf('reward'))];
}

/** Regulation 2-2 step 11 (A20): an error is corrected by a row that reverses the old one. */
export function reversalOf(row: LedgerRow): LedgerRow {
  return { ...row, amount: addPoints((row.amount === 0 ? 0 : -row.amount) as Points) };
}
