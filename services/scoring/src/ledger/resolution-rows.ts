import { type Component, type Line, ledgerRowsOf, type MonthLine, pointsFromHundredths, type Round, reversalOf } from '@jifen/domain';
import type { Act } from '../acts/act.store.ts';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { rulesOf } from '../branch-months/lines.ts';
import type { LedgerRow } from './ledger.store.ts';

type Resolution = { record: BranchMonthRecord; act: Act; existing: readonly LedgerRow[] };

/** The members whose lines an act brought to a value, or took one from. */
export function membersConcerned({ record, act, existing }: Resolution): string[] {
  const { content } = act;
  if (content.kind !== 'withdraw') return resolvedBy(record, act._id).map(({ line }) => line.memberId);
  return [...new Set(existing.filter((row) => row.actId === content.actId).map((row) => row.memberId))];
}

/**
 * What an act adds to the ledger: its lines, and rows that reverse what they replace. Only rows of acts before it are looked at,
 * so that repeating it later adds nothing.
 */
export function resolutionRows(resolution: Resolution): LedgerRow[] {
  const { record, act, existing } = resolution;
  const standing = standingRows(resolution);
  const { content } = act;
  if (content.kind === 'withdraw') return standing.filter((row) => row.actId === content.actId).map((row) => reversed(row, act));
  return resolvedBy(record, act._id).flatMap(({ line, round }) => {
    const replaced = standing.filter((row) => row.memberId === line.memberId);
    return changedComponents(rowsOfLine({ record, act, existing }, line, round), replaced, act);
  });
}

type Resolved = { line: Line; round: Round };

/** A line that moved on to another round is told by the last one that carries it. */
function resolvedBy({ state }: BranchMonthRecord, actId: string): Resolved[] {
  const resolved = new Map<string, Resolved>();
  for (const round of state.rounds) {
    for (const line of round.lines) if (line.resolved?.actId === actId) resolved.set(line.memberId, { line, round });
  }
  return [...resolved.values()];
}

function standingRows({ record, act, existing }: Resolution): LedgerRow[] {
  const position = record.actIds.indexOf(act._id);
  const before = new Set(record.actIds.slice(0, position < 0 ? undefined : position));
  const rows = existing.filter((row) => before.has(row.actId));
  const takenBack = new Set(rows.map((row) => row.reverses));
  return rows.filter((row) => row.reverses === undefined && !takenBack.has(row._id));
}

const components: readonly Component[] = ['base', 'task', 'reward', 'honour'];
const amountsOf = (rows: readonly LedgerRow[]) => JSON.stringify(rows.map(({ item, amount }) => [item, amount]).sort());

function changedComponents(added: readonly LedgerRow[], replaced: readonly LedgerRow[], act: Act): LedgerRow[] {
  return components.flatMap((component) => {
    const fresh = added.filter((row) => row.component === component);
    const old = replaced.filter((row) => row.component === component);
    return amountsOf(fresh) === amountsOf(old) ? [] : [...old.map((row) => reversed(row, act)), ...fresh];
  });
}

function reversed(row: LedgerRow, act: Act): LedgerRow {
  const { item, amount } = reversalOf({ component: row.component, item: row.item, amount: pointsFromHundredths(row.amount) });
  const { registeredBy: _registeredBy, meetingOn: _meetingOn, ...kept } = row;
  return {
    ...kept,
    _id: `${act._id}/${row.memberId}/${row.component}/reverses-${row._id}`,
    item,
    amount,
    actId: act._id,
    at: act.at,
    reverses: row._id,
  };
}

function rowsOfLine({ record, act }: Resolution, line: Line, round: Round): LedgerRow[] {
  const { branchId, period, state } = record;
  const value = line.resolved?.line;
  if (!value) return [];
  const rows = ledgerRowsOf(rulesOf(record, line.memberId), value);
  const heldOn = round.meetings.find((meeting) => meeting.actId === act._id)?.heldOn;
  const application = state.participants.find(({ memberId }) => memberId === line.memberId)?.application;
  return rows.map(({ component, item, amount }, at) => {
    const index = rows.slice(0, at).filter((row) => row.component === component).length;
    return {
      _id: `${act._id}/${line.memberId}/${component}/${index}`,
      memberId: line.memberId,
      branchId,
      period,
      year: Number(period.slice(0, 4)),
      round: round.round,
      component,
      item,
      amount,
      ...groundsOf(value, component, index),
      actId: act._id,
      ...(line.registered ? { registeredBy: line.registered.by } : {}),
      ...(heldOn ? { meetingOn: heldOn } : {}),
      at: act.at,
      onBehalf: application === 'on-behalf',
    };
  });
}

function groundsOf(line: MonthLine, component: Component, index: number): Pick<LedgerRow, 'basis' | 'evidence'> {
  const entries = component === 'base' ? line.base : component === 'reward' ? line.reward : [];
  const { note, evidence } = entries[index] ?? {};
  return { ...(note ? { basis: note } : {}), ...(evidence ? { evidence } : {}) };
}
