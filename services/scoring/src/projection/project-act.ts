import type { ActStore } from '../acts/act.store.ts';
import type { BranchMonthRecord, BranchMonthStore } from '../branch-months/branch-month.store.ts';
import { currentLine } from '../branch-months/counters.ts';
import { monthStateOf } from '../branch-months/month-state.ts';
import type { LedgerStore } from '../ledger/ledger.store.ts';
import { membersConcerned, resolutionRows } from '../ledger/resolution-rows.ts';
import { event } from '../outbox/events.ts';
import { signals } from '../outbox/signals.ts';
import { sheetMaker } from '../sheets/evaluate-sheet.ts';
import { type SheetStore, type SheetTotals, sheetId } from '../sheets/sheet.store.ts';

export type ProjectionPorts = {
  months: Pick<BranchMonthStore, 'find' | 'update' | 'ofBranch'>;
  acts: Pick<ActStore, 'find'>;
  ledger: Pick<LedgerStore, 'add' | 'ofMonth' | 'upTo'>;
  sheets: Pick<SheetStore, 'keep' | 'drop' | 'totalsOfYear'>;
  realNow: () => number;
};
export type Projection = { branchId: string; period: string; actId: string };

const attempts = 10;

/** Brings the lines of a resolution, of an upheld objection or of a withdrawal to the ledger and the sheets. Repeating it changes nothing. */
export async function projectAct(ports: ProjectionPorts, { branchId, period, actId }: Projection): Promise<void> {
  const record = await ports.months.find(branchId, period);
  const act = await ports.acts.find(actId);
  if (!record || !act) throw new Error(`nothing to project: ${branchId}/${period} ${actId}`);
  if (record.broughtIn && record.awaitingProjection !== actId) return;
  const everybody = record.state.participants.map(({ memberId }) => memberId);
  const existing = await ports.ledger.ofMonth(everybody, period);
  await ports.ledger.add(resolutionRows({ record, act, existing }));
  if (record.broughtIn) await recomputeFrom(ports, record);
  else if (record.state.joint) await recomputeJoint(ports, record);
  else {
    const concerned = membersConcerned({ record, act, existing });
    await recomputeSheets(ports, record, { memberIds: concerned, year: await totalsOf(ports, record, concerned) });
    await recomputeUnposted(ports, record, concerned);
  }
  await announce(ports, { branchId, period, actId });
}

const totalsOf = ({ sheets }: ProjectionPorts, { period }: BranchMonthRecord, memberIds: readonly string[]): Promise<SheetTotals[]> =>
  sheets.totalsOfYear(memberIds, Number(period.slice(0, 4)));

type Year = { memberIds: readonly string[]; year: readonly SheetTotals[] };

/** Each sheet is made anew from the month's record; one whose resolution is gone goes too. */
async function recomputeSheets(ports: ProjectionPorts, record: BranchMonthRecord, { memberIds, year }: Year): Promise<void> {
  const { period } = record;
  const rows = await ports.ledger.upTo(memberIds, period);
  const sheetOf = sheetMaker(record);
  const earlierOf = (memberId: string): SheetTotals[] => year.filter((sheet) => sheet.memberId === memberId && sheet.period < period);
  const values = memberIds.map((memberId) => ({ memberId, line: currentLine(record.state, memberId)?.line.resolved?.line }));
  const sheets = values.flatMap(({ memberId, line }) => {
    return line ? [sheetOf({ line, earlier: earlierOf(memberId), rows: rows.filter((row) => row.memberId === memberId) })] : [];
  });
  await ports.sheets.keep(sheets);
  await ports.sheets.drop(values.filter(({ line }) => !line).map(({ memberId }) => sheetId(memberId, period)));
}

/** A later month that was resolved first and is not posted yet shows this one in its year to date. Lists that were posted stay as posted. */
async function recomputeUnposted(
  ports: ProjectionPorts,
  { branchId, period: first }: BranchMonthRecord,
  memberIds: readonly string[],
): Promise<void> {
  const months = await ports.months.ofBranch(branchId);
  const later = months.filter(({ period, stage }) => stage === 'posting' && period > first && period.slice(0, 4) === first.slice(0, 4));
  for (const { period } of later) {
    const record = await ports.months.find(branchId, period);
    if (record) await recomputeSheets(ports, record, { memberIds, year: await totalsOf(ports, record, memberIds) });
  }
}

/**
 * Months on paper come in any order, and each shows the year up to itself: this one, and those after it that are there already, are made
 * anew, the oldest first. Lists that the record posted stay as posted.
 */
async function recomputeFrom(ports: ProjectionPorts, { branchId, period: first }: BranchMonthRecord): Promise<void> {
  const months = await ports.months.ofBranch(branchId);
  const sameYear = (period: string) => period.slice(0, 4) === first.slice(0, 4);
  for (const { period } of months.filter((month) => month.broughtIn && month.period >= first && sameYear(month.period))) {
    const record = await ports.months.find(branchId, period);
    if (record) await recomputeUntilSettled(ports, record);
  }
}

/** Months of one resolution reach the ledger in any order: the later ones of the same evaluation are made anew with it. */
async function recomputeJoint(ports: ProjectionPorts, { branchId, period: first, state }: BranchMonthRecord): Promise<void> {
  for (const period of state.joint?.months.filter((month) => month >= first) ?? []) {
    const record = await ports.months.find(branchId, period);
    if (record) await recomputeUntilSettled(ports, record);
  }
}

/** Several months may be projected at the same time: a sheet stands when nothing before it has come while it was made. */
async function recomputeUntilSettled(ports: ProjectionPorts, record: BranchMonthRecord): Promise<void> {
  const memberIds = record.participants.map(({ memberId }) => memberId);
  let year = await totalsOf(ports, record, memberIds);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    await recomputeSheets(ports, record, { memberIds, year });
    const now = await totalsOf(ports, record, memberIds);
    if (totalsBefore(now, record) === totalsBefore(year, record)) return;
    year = now;
  }
  throw new Error(`the months before ${record._id} changed ${attempts} times while its sheets were made`);
}

const totalsBefore = (year: readonly SheetTotals[], { period }: BranchMonthRecord): string =>
  JSON.stringify(year.filter((sheet) => sheet.period < period).map((sheet) => [sheet.memberId, sheet.period, sheet.totals]));

/** The month waits for the projection of one resolution; its process, if it has one, hears of it in the same write. */
async function announce({ months, realNow }: ProjectionPorts, { branchId, period, actId }: Projection): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const record = await months.find(branchId, period);
    if (record?.awaitingProjection !== actId) return;
    const next = { ...record, version: record.version + 1, awaitingProjection: undefined };
    const payload = { actId, state: monthStateOf(next) };
    const projected = event('signal', `projected/${actId}`, realNow(), signals.projected(branchId, period, payload));
    if ((await months.update(next, record.broughtIn ? [] : [projected])) === 'written') return;
  }
  throw new Error(`${branchId}/${period} changed ${attempts} times while ${actId} was projected`);
}
