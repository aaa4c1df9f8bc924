import type { BranchCard, MemberCard, SheetView } from '@jifen/contracts';
import { addPoints, itemOf, type Line, localDateOf, type MonthProfile, type Points, pointsFromHundredths, type Round } from '@jifen/domain';
import type { Act } from '../acts/act.store.ts';
import { howApplied } from '../acts/how-applied.ts';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { currentLine } from '../branch-months/counters.ts';
import type { LedgerRow } from '../ledger/ledger.store.ts';
import type { Sheet } from './sheet.store.ts';

export type SheetMaterial = {
  member: MemberCard;
  branch: BranchCard;
  year: number;
  /** The year's months of the member, in order; those not opened yet are absent. */
  records: readonly BranchMonthRecord[];
  /** The applications that came late or on paper. */
  applications: readonly Act[];
  sheets: readonly Sheet[];
  rows: readonly LedgerRow[];
  /** The year plan's, in hundredths, for months not opened yet. */
  ceilings: readonly number[];
  now: number;
  /** Of the last month's scheme; of the one in force while there is none. */
  profile: MonthProfile;
};

/** 个人积分单: the months' amounts and their sum against the possible maximum. No grade before the year's end. */
export function sheetView(material: SheetMaterial): SheetView {
  const { member, branch, year, sheets, rows, records } = material;
  const through = sheets.at(-1)?.period;
  const objection = records.flatMap((record) => objectionOpen(material, record)).at(-1);
  return {
    memberId: member.memberId,
    name: member.name,
    branchId: branch.branchId,
    branchName: branch.name,
    year,
    ...(through === undefined ? {} : { throughPeriod: through }),
    yearToDate: yearToDate(material),
    months: Array.from({ length: 12 }, (_, index) => monthOf(material, index)),
    entries: rows.map((row) => entryOf(row, records)),
    ...(objection ? { objection } : {}),
  };
}

/** The sum over the sheets as they stand, so that a month that was settled later than the next one counts too. */
function yearToDate(material: SheetMaterial): SheetView['yearToDate'] {
  const { sheets, profile } = material;
  const { base, reward } = profile;
  const sum = (of: (sheet: Sheet) => number): Points => addPoints(...sheets.map((sheet) => pointsFromHundredths(of(sheet))));
  const deducted = sum(({ totals }) => totals.base);
  const task = sum(({ totals }) => totals.task);
  const rewarded = sum(({ totals }) => totals.reward);
  const baseBalance = addPoints(base.yearStart, deducted);
  return {
    base: deducted,
    task,
    reward: rewarded,
    honour: sum(({ totals }) => totals.honour),
    total: addPoints(baseBalance, task, rewarded),
    baseBalance,
    possibleMaximum: addPoints(
      base.yearStart,
      sum(({ ceiling }) => ceiling),
    ),
    rewardSurplus: reward.yearMaximum === null ? 0 : Math.max(0, rewarded - reward.yearMaximum),
  };
}

function monthOf({ member, year, records, applications, sheets, ceilings }: SheetMaterial, index: number): SheetView['months'][number] {
  const period = `${year}-${String(index + 1).padStart(2, '0')}`;
  const record = records.find((one) => one.period === period);
  const sheet = sheets.find((one) => one.period === period);
  const current = record && currentLine(record.state, member.memberId);
  return {
    period,
    ceiling: record?.state.ceiling ?? ceilings[index] ?? 0,
    state: current ? stateOf(current) : 'none',
    ...(record?.broughtIn ? { broughtIn: true as const } : {}),
    ...(record
      ? howApplied(
          record,
          applications.find(({ _id }) => _id === current?.line.claimed?.actId),
        )
      : {}),
    trace: (sheet?.trace ?? []).map((step) => named(step, record)),
    ...(sheet ? { totals: sheet.totals, hash: sheet.hash } : {}),
  };
}

/** By the names that the month's scheme has for its items. */
function titleOf(record: BranchMonthRecord | undefined, component: LedgerRow['component'], item: unknown): string | undefined {
  if (!record || component === 'task' || typeof item !== 'string') return undefined;
  return itemOf(record.state.profile, component, item)?.title;
}

const componentOf: Record<string, 'base' | 'reward' | 'honour'> = {
  'base-entry': 'base',
  'reward-entry': 'reward',
  'honour-entry': 'honour',
};

function named(step: Sheet['trace'][number], record: BranchMonthRecord | undefined): Sheet['trace'][number] {
  const title = titleOf(record, componentOf[step.code] ?? 'task', step.values.item);
  return { ...step, values: { ...step.values, ...titled(title) } };
}

function stateOf({ line, round }: { line: Line; round: Round }): SheetView['months'][number]['state'] {
  if (line.standing === 'held-back') return 'held-back';
  if (round.status === 'filed' || round.status === 'closed') return 'settled';
  return round.status === 'publicity' || round.status === 'filing' ? 'in-publicity' : 'open';
}

/** Until when, and to whom, one may object to what is posted now. */
function objectionOpen({ member, branch, now }: SheetMaterial, record: BranchMonthRecord): NonNullable<SheetView['objection']>[] {
  const round = currentLine(record.state, member.memberId)?.round;
  if (round?.status !== 'publicity' || !round.posting || now >= round.posting.publicityEndsAt) return [];
  const lastDay = localDateOf(round.posting.publicityEndsAt - 1);
  return [{ branchId: record.branchId, period: record.period, round: round.round, lastDay, ...branch.objectionsTo }];
}

const titled = (title: string | undefined) => (title === undefined ? {} : { title });

function entryOf(row: LedgerRow, records: readonly BranchMonthRecord[]): SheetView['entries'][number] {
  const { _id: id, period, component, item, amount, actId, basis, evidence, meetingOn, at, onBehalf, reverses } = row;
  const month = records.find((record) => record.period === period);
  const recorder = month?.participants.find(({ personId }) => personId === row.registeredBy)?.name;
  return {
    id,
    period,
    component,
    item,
    ...titled(titleOf(month, component, item)),
    amount,
    actId,
    at,
    onBehalf,
    ...(basis === undefined ? {} : { basis }),
    ...(evidence === undefined ? {} : { evidence }),
    ...(recorder === undefined ? {} : { registeredBy: recorder }),
    ...(meetingOn === undefined ? {} : { meetingOn }),
    ...(reverses === undefined ? {} : { reverses }),
  };
}
