import { compare, dividedBy, type Exact, exact, times, zero } from '../../points/exact.ts';
import { formatPoints, type Points } from '../../points/points.ts';
import type { PreparedScheme } from '../engine/prepare.ts';
import { monthsIn, yearWindow } from '../engine/window.ts';
import type { FactEntry, ScoringFacts } from '../language/facts.ts';
import type { Item } from '../language/node.ts';

/** A standing row of the ledger: what was given or taken, under which item, in which month. */
export type PastEntry = {
  readonly id: string;
  readonly component: 'base' | 'task' | 'reward' | 'honour';
  readonly item: string;
  /** YYYY-MM */
  readonly period: string;
  readonly amount: Points;
  /** The document, or the resolution that carried it. */
  readonly evidence: string;
};

/** What the record knows of a member's year. */
export type PastYear = {
  readonly member: string;
  readonly standing: 'full' | 'probationary';
  readonly class: string;
  readonly year: number;
  /** The last month that is settled; absent when the year is over. */
  readonly until?: string;
  /** The months in which the member took part, with their ceilings. */
  readonly months: readonly { readonly period: string; readonly ceiling: Points }[];
  readonly entries: readonly PastEntry[];
};

/** Why a row cannot be expressed under a scheme. */
export type Untold = { readonly item: string; readonly code: 'no-such-item' | 'measured-differently' | 'amount-is-no-count' };
export type PastFacts = { readonly facts: ScoringFacts; readonly leftOut: readonly Untold[] };

const dayInMonth = '28';
const decided = 'decided';

const isCounted = ({ measure }: Item): boolean => measure.kind === 'count' || (measure.kind === 'value' && measure.usual !== undefined);

/** What one occurrence is worth, where that is a plain number. */
function worthOf(item: Item): Exact | null {
  let worth = exact(item.measure.kind === 'value' ? (item.measure.usual ?? '0') : '1');
  for (const step of item.each ?? []) {
    if (step.kind !== 'times' || typeof step.by !== 'string') return null;
    worth = times(worth, exact(step.by));
  }
  return compare(worth, zero) === 0 ? null : worth;
}

function occurrences(item: Item, amount: Points): number | null {
  const worth = worthOf(item);
  if (worth === null) return null;
  const count = dividedBy(exact(formatPoints(amount)), worth);
  return count.denominator === 1n && count.numerator > 0n ? Number(count.numerator) : null;
}

type Expressed = Partial<FactEntry> | Untold['code'];

/** The row as this scheme's item needs it, measured by the scheme under which it was entered. */
function expressed(item: Item, measured: Item, amount: Points): Expressed {
  const quantity = isCounted(item) && isCounted(measured) ? occurrences(measured, amount) : null;
  if (quantity !== null) return { quantity };
  if (item.measure.kind === 'value' && measured.measure.kind === 'value') return { value: formatPoints(amount) };
  return isCounted(item) && isCounted(measured) ? 'amount-is-no-count' : 'measured-differently';
}

const itemOf = ({ nodes }: PreparedScheme, id: string): Item | null => {
  const node = nodes.get(id)?.node;
  return node?.kind === 'item' ? node : null;
};

const statements = (item: Item, evidence: string): Partial<FactEntry> => {
  const needs = item.requires ?? [];
  return {
    ...(needs.includes('evidence') ? { evidence } : {}),
    ...(needs.includes('reason') ? { reason: evidence } : {}),
    ...(needs.includes('second-person') ? { secondPerson: evidence } : {}),
  };
};

function entryOf(ready: PreparedScheme, enteredBy: PreparedScheme, past: PastEntry): FactEntry | Untold {
  const id = past.component === 'task' ? decided : past.item;
  const [item, measured] = [itemOf(ready, id), itemOf(enteredBy, id)];
  if (!item || !measured) return { item: id, code: 'no-such-item' };
  const amounts = expressed(item, measured, past.amount);
  if (typeof amounts === 'string') return { item: id, code: amounts };
  return { id: past.id, item: id, date: `${past.period}-${dayInMonth}`, ...amounts, ...statements(item, past.evidence) };
}

function monthsOf({ year, until }: PastYear): readonly string[] {
  return monthsIn(yearWindow(year, 1)).filter((month) => until === undefined || month <= until);
}

function ceilingsOf({ scheme }: PreparedScheme, { months }: PastYear): NonNullable<ScoringFacts['ceilings']> {
  const byMonth = Object.fromEntries(months.map(({ period, ceiling }) => [period, formatPoints(ceiling)]));
  return Object.fromEntries((scheme.plans ?? []).map(({ id }) => [id, byMonth]));
}

/**
 * A member's recorded year, as facts for a scheme. `measured` is the scheme under which it was entered: a count is the
 * amount divided by its (usual) worth there; other amounts stay as they are. Task points count as they were decided.
 */
export function pastFacts(ready: PreparedScheme, measured: PreparedScheme, past: PastYear): PastFacts {
  const tookPart = new Set(past.months.map(({ period }) => period));
  const rows = past.entries.map((entry) => entryOf(ready, measured, entry));
  const classes = ready.scheme.classes ? { classes: [{ class: past.class, from: `${past.year - 1}-01-01` }] } : {};
  const facts: ScoringFacts = {
    format: 'jifen-facts/1',
    year: past.year,
    ...(past.until === undefined ? {} : { until: past.until }),
    member: {
      id: past.member,
      standing: past.standing,
      ...classes,
      away: monthsOf(past).filter((month) => !tookPart.has(month)),
    },
    entries: rows.filter((one) => 'date' in one),
    ceilings: ceilingsOf(ready, past),
  };
  return { facts, leftOut: rows.filter((one) => 'code' in one) };
}

/** Reading A20: the rows that count: neither reversed nor reversing. */
export function standingRows<T extends { readonly id: string; readonly reverses?: string | undefined }>(rows: readonly T[]): readonly T[] {
  const takenBack = new Set(rows.map(({ reverses }) => reverses));
  return rows.filter(({ id, reverses }) => reverses === undefined && !takenBack.has(id));
}
