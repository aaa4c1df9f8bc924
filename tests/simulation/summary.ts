import type { Expected, ExpectedCounts } from './expected.ts';
import type { Found } from './found.ts';
import type { Seen } from './read-back.ts';
import type { Script } from './script.ts';

export type Summary = { seed: string; branches: number; members: number; months: number } & ExpectedCounts & {
    expected: ExpectedCounts;
    mismatches: number;
    openProcesses: number;
    doubleEffects: number;
    seconds: number;
  };

export type Run = { script: Script; expected: Expected; seen: Seen; found: Found; mismatches: readonly string[]; seconds: number };

export function summaryOf({ script, expected, seen, found, mismatches, seconds }: Run): Summary {
  const { seed, periods } = script;
  return {
    seed,
    branches: new Set(script.months.map(({ branch }) => branch.id)).size,
    members: expected.members.length,
    months: periods.length,
    ...countsOf(seen, found),
    expected: expected.counts,
    mismatches: mismatches.length,
    openProcesses: found.openProcesses.length,
    doubleEffects: found.doubled.length,
    seconds,
  };
}

/** As the console shows them; the rows of the ledger as they are in the record. */
function countsOf({ list, months, sheets }: Seen, { ledgerRows }: Found): ExpectedCounts {
  const sum = (of: (one: Seen['list'][number]) => number) => list.reduce((total, one) => total + of(one), 0);
  const onceEach = new Map(months.map((month) => [`${month.branchId}/${month.period}`, month.returned]));
  return {
    applied: sum(({ counters }) => counters.applied),
    late: sum(({ counters }) => counters.late),
    onBehalf: sum(({ counters }) => counters.onBehalf),
    absent: sum(({ counters }) => counters.absent),
    returned: [...onceEach.values()].reduce((total, returned) => total + returned, 0),
    published: sheets.flatMap((sheet) => sheet.months).filter(({ state }) => state === 'settled').length,
    ledgerRows,
  };
}

/** The counts that differ from the script. */
export function countDifferences(counts: ExpectedCounts, expected: ExpectedCounts): string[] {
  const names = Object.keys(expected) as (keyof ExpectedCounts)[];
  return names.filter((name) => counts[name] !== expected[name]).map((name) => `${name}: ${counts[name]}, expected ${expected[name]}`);
}

export function tableOf(summary: Summary): string {
  const { seed, branches, members, months, expected, mismatches, openProcesses, doubleEffects, seconds } = summary;
  const names = Object.keys(expected) as (keyof ExpectedCounts)[];
  const rows = [['', 'found', 'expected'], ...names.map((name) => [name, String(summary[name]), String(expected[name])])];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)));
  return [
    `${branches} branches, ${members} members, ${months} ${months === 1 ? 'month' : 'months'}, seed ${seed}`,
    ...rows.map((row) => line(row).join('  ')),
    `${mismatches} mismatches, ${openProcesses} open processes, ${doubleEffects} double effects, ${seconds} s`,
  ].join('\n');
}
