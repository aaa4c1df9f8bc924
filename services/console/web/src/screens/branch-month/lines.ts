import type { EntryLine, LineValuesShape, MonthRow } from '@jifen/contracts';
import { words } from '@jifen/wording';

export const sumOf = (entries: readonly EntryLine[]) => entries.reduce((sum, { amount }) => sum + amount, 0);

/** A line in one cell: the task points, then what is deducted and rewarded. */
export function lineText(values: LineValuesShape | undefined, formatPoints: (hundredths: number) => string): string {
  if (!values) return words.branchMonth.noValue;
  return words.branchMonth.line(formatPoints(values.task), sumOf(values.deductions), sumOf(values.rewards));
}

const essence = ({ deductions, task, rewards }: LineValuesShape) => {
  const entries = (list: readonly EntryLine[]) =>
    list.map(({ item, amount, basis, evidence }) => JSON.stringify([item, amount, basis, evidence])).toSorted();
  return JSON.stringify([task, entries(deductions), entries(rewards)]);
};

export const sameLine = (a: LineValuesShape | undefined, b: LineValuesShape | undefined) =>
  a !== undefined && b !== undefined ? essence(a) === essence(b) : a === b;

/** The values of a line alone, without what else the record carries beside them. */
export const valuesOf = ({ deductions, task, rewards }: LineValuesShape): LineValuesShape => ({ deductions, task, rewards });

const stages = ['claimed', 'registered', 'reviewed', 'resolved'] as const;

/** Whether anybody changed the line on its way, gave a reason, or it is held back: only such lines need to be opened. */
export function differs(row: MonthRow): boolean {
  const known = stages.map((stage) => row[stage]).filter((values) => values !== undefined);
  const changed = known.some((values, index) => index > 0 && !sameLine(values, known[index - 1]));
  return changed || row.reasons.length > 0 || row.heldBack || row.application === 'absent';
}

/** The order of the roster, or by the strokes of the family name as people are used to on posted lists. */
export function inOrder(rows: readonly MonthRow[], order: 'roster' | 'strokes'): MonthRow[] {
  const strokes = new Intl.Collator('zh-u-co-stroke');
  return rows.toSorted((a, b) => (order === 'strokes' ? strokes.compare(a.name, b.name) : 0) || a.rosterNumber - b.rosterNumber);
}
