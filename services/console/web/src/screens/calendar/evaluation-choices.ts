import type { EvaluationEntry, EvaluationSheet } from '@jifen/contracts';
import { monthAfter, monthsFrom } from '../../parts/months.ts';

const monthsOffered = 15;
const monthsInQuarter = 3;

const inYear = (period: string) => Number(period.slice(5)) - 1;

/** The months from which something else may hold; by quarter only those that begin one. */
export function beginningsFrom(earliest: string, evaluation: 'month' | 'quarter'): string[] {
  const months = monthsFrom(earliest, monthsOffered);
  return evaluation === 'month' ? months : months.filter((period) => inYear(period) % monthsInQuarter === 0);
}

/** Two months in a row within one quarter, over the year that follows. */
export function pairsFrom(from: string | undefined): [string, string][] {
  if (from === undefined) return [];
  return monthsFrom(from, 12)
    .filter((period) => inYear(period) % monthsInQuarter !== monthsInQuarter - 1)
    .map((period) => [period, monthAfter(period, 1)]);
}

export type EvaluationDraft = { from?: string; evaluation: 'month' | 'quarter'; merged: readonly string[]; reason: string };

/** Only of a complete draft; pairs that were chosen for another beginning do not count. */
export function entryOf(
  { from = '', evaluation, merged, reason }: EvaluationDraft,
  { version }: Pick<EvaluationSheet, 'version'>,
): EvaluationEntry {
  const chosen = pairsFrom(from).filter(([earlier]) => merged.includes(earlier));
  return { from, evaluation, merged: chosen, reason: reason.trim(), replaces: version };
}
