import type { EntryLine, PledgePlan } from '@jifen/contracts';
import { initialBranchMonth, ledgerRowsOf, type MonthLine, period as periodOf, pointsFromHundredths } from '@jifen/domain';
import { aBranchMonth } from '../branch-months/branch-month.builders.ts';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { paperLine, rulesOf } from '../branch-months/lines.ts';
import { aMemberCard } from '../cards/card.builders.ts';
import type { LedgerRow } from '../ledger/ledger.store.ts';
import { participantsOf } from '../opening/roster.ts';
import { withPolicy } from '../plans/plan-of-month.ts';
import { readyFrozen } from '../scheme-library/ready-schemes.ts';
import { library } from '../scheme-library/scheme-library.files.ts';
import { sourceOf } from '../scheme-library/scheme-library.ts';
import { sheetMaker } from './evaluate-sheet.ts';
import type { Sheet } from './sheet.store.ts';

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
  corrected?: readonly (readonly [component: LedgerRow['component'], ...entry: Entry])[];
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

const memberId = 'member-5';
const entries = (given: readonly Entry[] = []): EntryLine[] =>
  given.map(([item, amount]) => ({ item, amount: Math.abs(amount), evidence: '镇党委文件' }));

/** The line as its paper gives it. */
function lineOf({ task, base, reward }: KeptMonth): MonthLine {
  const claim =
    task.kind === 'fulfilments'
      ? { kind: task.kind, fulfilments: task.fulfilments.map(([, state], index) => ({ pledgeId: `p${index}`, state })) }
      : task;
  return paperLine({ memberId, deductions: entries(base), task: claim, rewards: entries(reward) });
}

const pledgesOf = ({ task, period }: KeptMonth): PledgePlan[] =>
  task.kind === 'fulfilments'
    ? task.fulfilments.map(([weight], index) => ({
        id: `p${index}`,
        memberId,
        kind: 'common',
        dueMonths: [Number(period.slice(5))],
        weight,
        text: '',
      }))
    : [];

function recordOf({ sector, policy }: KeptYear, month: KeptMonth): BranchMonthRecord {
  const { period, ceiling } = month;
  const scheme = withPolicy(sourceOf(library, sector), policy);
  const { state, ...record } = aBranchMonth({ period, sector, scheme });
  const participants = initialBranchMonth({
    ...state,
    participants: participantsOf([aMemberCard(5)], pledgesOf(month)),
  }).participants;
  const profile = readyFrozen(scheme).profile;
  return { ...record, state: { ...state, period: periodOf(period), ceiling: pointsFromHundredths(ceiling), profile, participants } };
}

/** What was resolved at first, its reversals, and what was resolved in the end. */
function rowsOf(record: BranchMonthRecord, { period, honour, corrected = [] }: KeptMonth, line: MonthLine): LedgerRow[] {
  const row = (id: string, component: LedgerRow['component'], item: string, amount: number): LedgerRow => ({
    ...{ _id: `${period}/${id}`, memberId, branchId: 'dongwan', period, year: 2026, round: 1, component, item, amount },
    ...{ evidence: '镇党委文件', actId: 'meeting', at: 1, onBehalf: false },
  });
  const wrong = corrected.map(([component, item, amount], index) => row(`wrong-${index}`, component, item, amount));
  const reversals = wrong.map((one) => ({ ...one, _id: `${one._id}-reversal`, amount: -one.amount, reverses: one._id }));
  const resolved = ledgerRowsOf(rulesOf(record, memberId), line).map(({ component, item, amount }, index) =>
    row(`${index}`, component, item, amount),
  );
  const honours = (honour ?? []).map(([item, amount], index) => row(`honour-${index}`, 'honour', item, amount));
  return [...wrong, ...reversals, ...resolved, ...honours];
}

/** The sheets of the year's months, one after the other. */
export function sheetsOf(year: KeptYear): readonly Sheet[] {
  const sheets: Sheet[] = [];
  const rows: LedgerRow[] = [];
  for (const month of year.months) {
    const record = recordOf(year, month);
    const line = lineOf(month);
    rows.push(...rowsOf(record, month, line));
    sheets.push(sheetMaker(record)({ line, earlier: sheets, rows }));
  }
  return sheets;
}
