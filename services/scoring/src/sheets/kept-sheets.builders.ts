import { createHash } from 'node:crypto';
import {
  type Carried,
  canonicalSheet,
  carriedAfter,
  evaluateMonth,
  type MonthLine,
  memberId,
  nothingCarried,
  type Pledge,
  period as periodOf,
  pointsFromHundredths,
  sourceScheme,
} from '@jifen/domain';
import type { LedgerComponent } from '../ledger/ledger.store.ts';

type Task =
  | { kind: 'fulfilments'; fulfilments: readonly (readonly [weight: number, rate: 'done' | 'partly-done' | 'not-done'])[] }
  | { kind: 'stated-progress'; percent: number }
  | { kind: 'decided'; amount: number }
  | { kind: 'not-applied' };
type Entry = readonly [item: string, amount: number];

/** A month as its meeting resolved it; amounts are hundredths. */
export type KeptMonth = {
  period: string;
  ceiling: number;
  task: Task;
  base?: readonly Entry[];
  reward?: readonly Entry[];
  honour?: readonly Entry[];
  /** What was resolved at first and then corrected. */
  corrected?: readonly (readonly [component: LedgerComponent, ...entry: Entry])[];
};
export type KeptYear = {
  name: string;
  sector: 'public-institution' | 'village-community' | 'new-organisation';
  policy: 'exact-70' | 'six-capped';
  months: readonly KeptMonth[];
};

const done: Task = { kind: 'fulfilments', fulfilments: [[1, 'done']] };
const twelve = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`);

/** Years of one member each, from which sheets with their hashes are kept. */
export const keptYears: readonly KeptYear[] = [
  {
    name: 'a village, every way to task points',
    sector: 'village-community',
    policy: 'exact-70',
    months: [
      { period: '2026-08', ceiling: 600, task: done },
      {
        period: '2026-09',
        ceiling: 500,
        task: {
          kind: 'fulfilments',
          fulfilments: [
            [3, 'done'],
            [2, 'partly-done'],
            [1, 'not-done'],
          ],
        },
        base: [
          ['unexcused-absence', -50],
          ['late-dues', -75],
        ],
      },
      { period: '2026-10', ceiling: 500, task: { kind: 'stated-progress', percent: 37 }, reward: [['major-contribution', 300]] },
      { period: '2026-11', ceiling: 600, task: { kind: 'not-applied' }, base: [['village-rule-failing', -150]] },
      {
        period: '2026-12',
        ceiling: 600,
        task: { kind: 'decided', amount: 420 },
        reward: [
          ['heroic-act', 500],
          ['yearly-target-exceeded', 233],
        ],
        honour: [
          ['county-level', 300],
          ['city-level', 250],
        ],
      },
    ],
  },
  {
    name: 'an institution, twelve sixes, more taken and given than counts',
    sector: 'public-institution',
    policy: 'six-capped',
    months: twelve.map((period, index) => ({
      period,
      ceiling: 600,
      task: done,
      ...(index % 5 === 0 ? { base: [['absence-from-post', -701]] as const } : {}),
      ...(index % 4 === 1 ? { reward: [['commendation-below-county', 401]] as const } : {}),
    })),
  },
  {
    name: 'a new organisation, months that were corrected',
    sector: 'new-organisation',
    policy: 'exact-70',
    months: [
      {
        period: '2026-01',
        ceiling: 583,
        task: { kind: 'decided', amount: 583 },
        base: [['dispute-with-customers', -25]],
        corrected: [
          ['base', 'workplace-rule-failing', -50],
          ['task', 'decided', 300],
          ['reward', 'heroic-act', 500],
        ],
      },
      { period: '2026-03', ceiling: 584, task: { kind: 'stated-progress', percent: 100 }, corrected: [['task', 'stated-progress', 100]] },
    ],
  },
];

const member = memberId('member-5');
const entries = (given: readonly Entry[] = []) =>
  given.map(([item, amount]) => ({ item, amount: pointsFromHundredths(amount), evidence: '镇党委文件' }));

function lineOf({ task, base, reward }: KeptMonth): MonthLine {
  const claim = (): MonthLine['task'] => {
    if (task.kind === 'fulfilments')
      return { kind: task.kind, fulfilments: task.fulfilments.map(([, rate], index) => ({ pledgeId: `p${index}`, rate })) };
    return task.kind === 'decided' ? { kind: task.kind, amount: pointsFromHundredths(task.amount) } : task;
  };
  return { memberId: member, base: entries(base), task: claim(), reward: entries(reward) };
}

const pledgesOf = ({ task, period }: KeptMonth): readonly Pledge[] =>
  task.kind === 'fulfilments'
    ? task.fulfilments.map(([weight], index) => ({
        id: `p${index}`,
        memberId: member,
        kind: 'common',
        dueMonths: [Number(period.slice(5))],
        weight,
      }))
    : [];

/** The sheets of the year's months, one after the other. */
export function sheetsOf({ sector, months }: KeptYear): readonly { period: string; hash: string }[] {
  let carried: Carried = nothingCarried;
  return months.map((month) => {
    const { period, ceiling, honour } = month;
    const facts = { scheme: sourceScheme(sector), period: periodOf(period), ceiling: pointsFromHundredths(ceiling), carried };
    const sheet = evaluateMonth({ ...facts, pledgesDue: pledgesOf(month), line: lineOf(month), honours: entries(honour) });
    carried = carriedAfter(carried, sheet);
    return { period, hash: createHash('sha256').update(canonicalSheet(sheet)).digest('hex') };
  });
}
