import { branchMonthPage, type MonthCounters, type SheetView, sheetView } from '@jifen/contracts';
import { inParallel, insist } from '../../infra/demo/src/world.ts';
import { pause, postsOf, readMonth } from './desk.ts';
import type { MonthTotals } from './expected-line.ts';
import type { Stage } from './play.ts';
import type { BranchMonthScript, MemberScript, Script } from './script.ts';

/** A branch's month as one person is shown it. */
export type SeenMonth = {
  branchId: string;
  period: string;
  by: string;
  stage: string;
  counters: MonthCounters;
  returned: number;
  totals: Record<string, MonthTotals | undefined>;
};
/** `own`: read by the member; otherwise by the recorder of the branch. */
export type SeenSheet = Pick<SheetView, 'memberId' | 'months' | 'yearToDate'> & { own: boolean; rows: number };
export type Listed = { branchId: string; period: string; stage: string; counters: MonthCounters };

export type Seen = { sheets: SeenSheet[]; months: SeenMonth[]; list: Listed[] };

const atOnce = 6;
const pageSize = 100;

/** What the console shows in the end: every sheet to its owner, every month to each post, the county's list to its department. */
export async function readBack(stage: Stage, { months }: Script): Promise<Seen> {
  const sheets: SeenSheet[] = [];
  const seen: SeenMonth[] = [];
  await inParallel(ownersOf(months), atOnce, async (owner) => {
    sheets.push(await sheetOf(stage, owner));
  });
  await inParallel(months, atOnce, async (month) => {
    for (const by of readersOf(stage, month)) seen.push(await monthSeen(stage, month, by));
  });
  return { sheets, months: seen, list: await listOf(stage) };
}

type Owner = { script: BranchMonthScript; member: MemberScript };

function ownersOf(months: readonly BranchMonthScript[]): Owner[] {
  const [first] = months;
  return months.filter(({ period }) => period === first?.period).flatMap((script) => script.members.map((member) => ({ script, member })));
}

async function sheetOf({ person }: Stage, { script, member }: Owner): Promise<SeenSheet> {
  const by = member.signsIn ? member.personId : postsOf(script).recorder;
  const query = { year: Number(script.period.slice(0, 4)) };
  const request = { method: 'get', path: `/sheets/${member.memberId}`, query, response: sheetView } as const;
  const { memberId, months, yearToDate, entries } = await insist({ pause }, person(by), request);
  return { memberId, months, yearToDate, own: member.signsIn, rows: entries.length };
}

/** Those with a post in the branch, those above it, and one member without post. */
function readersOf({ department }: Stage, script: BranchMonthScript): string[] {
  const { secretary, recorder, reviewer, superior } = postsOf(script);
  const plain = script.members.findLast(({ signsIn }) => signsIn)?.personId;
  return [...new Set([secretary, recorder, reviewer, superior, department, ...(plain ? [plain] : [])])];
}

async function monthSeen({ person }: Stage, script: BranchMonthScript, by: string): Promise<SeenMonth> {
  const { branchId, period, stage, counters, rows, publications } = await readMonth({ script, person }, by);
  const totals = Object.fromEntries(rows.map((row) => [row.memberId, row.totals]));
  const returned = publications.filter(({ status }) => status === 'returned').length;
  return { branchId, period, by, stage, counters, returned, totals };
}

async function listOf({ person, department }: Stage): Promise<Listed[]> {
  const items: Listed[] = [];
  for (let page = 1; ; page += 1) {
    const request = { method: 'get', path: '/branch-months', query: { page, pageSize }, response: branchMonthPage } as const;
    const found = await insist({ pause }, person(department), request);
    items.push(...found.items.map(({ branchId, period, stage, counters }) => ({ branchId, period, stage, counters })));
    if (items.length >= found.total || found.items.length === 0) return items;
  }
}
