/** A measurement beside its budget; a row without a budget is for information. */
export type Row = { name: string; value: number; unit: string; budget?: string; within?: boolean };

export const atMost = (name: string, value: number, most: number, unit: string): Row => ({
  name,
  value: rounded(value),
  unit,
  budget: `≤ ${most}`,
  within: value <= most,
});

export const atLeast = (name: string, value: number, least: number, unit: string): Row => ({
  name,
  value: rounded(value),
  unit,
  budget: `≥ ${least}`,
  within: value >= least,
});

export const plainly = (name: string, value: number, unit: string): Row => ({ name, value: rounded(value), unit });

const rounded = (value: number) => Number(value.toPrecision(3));

/** Of a list that need not be sorted; `share` from 0 to 1. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]) => percentile(values, 0.5);

export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map(({ name, value, unit, budget = '', within }) => [
    name,
    `${value} ${unit}`,
    budget,
    within === undefined ? '' : within ? 'within' : 'OVER',
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
