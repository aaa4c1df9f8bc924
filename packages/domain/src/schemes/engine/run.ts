import { type Exact, exact, plus, zero } from '../../points/exact.ts';
import type { FactEntry, ScoringFacts } from '../language/facts.ts';
import type { Value } from '../language/measure.ts';
import type { Override } from '../language/scoring-scheme.ts';
import { type EntryIndex, entryIndex } from './entry-index.ts';
import type { Figure, Place } from './figure.ts';
import { own } from './own.ts';
import type { Placed, PreparedScheme } from './prepare.ts';
import { firstDay, lastDay, type MonthNumber, monthNumber, monthText, type Window, yearWindow } from './window.ts';

/** What people have to settle, because the engine never does. */
export type Conflict = {
  readonly code: ConflictCode;
  readonly node?: string;
  readonly period?: string;
  readonly entries: readonly string[];
  readonly values: Readonly<Record<string, string>>;
};

export type ConflictCode =
  | 'part-missing'
  | 'more-than-one-entry'
  | 'more-than-one-part'
  | 'value-in-no-band'
  | 'score-in-no-band'
  | 'entry-of-another-class'
  | 'entry-while-away'
  | 'pledge-not-appraised'
  | 'electorate-did-not-vote'
  | 'too-few-ratings'
  | 'quota-exceeded'
  | 'quota-not-reached';

/** An evaluation in progress: its input, and the findings so far. */
export type Run = {
  readonly ready: PreparedScheme;
  readonly facts: ScoringFacts;
  readonly year: Window;
  /** The last month that is settled. */
  readonly until: MonthNumber;
  readonly away: ReadonlySet<MonthNumber>;
  readonly index: EntryIndex;
  /** Overrides of parts, by part, that hold before anything is computed. */
  readonly overridden: ReadonlyMap<string, Override>;
  readonly figures: Map<string, Map<string, Figure | null>>;
  readonly conflicts: Conflict[];
};

type Told = { readonly entries?: Conflict['entries']; readonly values?: Conflict['values'] };

/** Keeps for people what the engine does not settle. */
export function report(run: Run, code: ConflictCode, { node, period }: Place, { entries = [], values = {} }: Told = {}): void {
  run.conflicts.push({ code, node, period, entries, values });
}

/** Why a valid entry does not count, if it does not. */
function keptOut({ nodes }: PreparedScheme, facts: ScoringFacts, away: ReadonlySet<MonthNumber>, entry: FactEntry): ConflictCode | null {
  if (away.has(monthNumber(entry.date))) return 'entry-while-away';
  const classes = nodes.get(entry.item)?.classes ?? null;
  if (classes === null) return null;
  const ofDay = classOn(facts, entry.date);
  return ofDay !== null && classes.includes(ofDay) ? null : 'entry-of-another-class';
}

function levelOf({ nodes, number }: PreparedScheme, { item, level }: FactEntry): Exact {
  const node = nodes.get(item)?.node;
  if (node?.kind !== 'item' || node.measure.kind !== 'level') return zero;
  return number(node.measure.levels.find(({ id }) => id === level)?.value ?? '0');
}

/** Begins an evaluation. */
export function beginRun(ready: PreparedScheme, facts: ScoringFacts): Run {
  const year = yearWindow(facts.year, ready.scheme.year.startsInMonth);
  const until = facts.until === undefined ? year.to : monthNumber(facts.until);
  const away = new Set((facts.member.away ?? []).map(monthNumber));
  const conflicts: Conflict[] = [];
  const counts = (entry: FactEntry): boolean => {
    if (monthNumber(entry.date) > until) return false;
    const code = keptOut(ready, facts, away, entry);
    if (code !== null) conflicts.push({ code, node: entry.item, period: entry.date.slice(0, 7), entries: [entry.id], values: {} });
    return code === null;
  };
  const index = entryIndex(facts, { counts, sameDeed: ready.scheme.sameDeed ?? [], levelOf: (entry) => levelOf(ready, entry) });
  return { ready, facts, year, until, away, index, overridden: new Map(), figures: new Map(), conflicts };
}

/** Whether a period is over, so that its caps and floors count; the year only when it is evaluated as a whole. */
export const isOver = (run: Run, window: Window): boolean =>
  window.label === run.year.label ? run.facts.until === undefined : window.to <= run.until;

/** Whether the member took part in no month of a period. */
export function isAway({ away }: Run, { from, to }: Window): boolean {
  for (let month = from; month <= to; month += 1) if (!away.has(month)) return false;
  return true;
}

/** The class of a member on a day; the last assignment counts. */
export function classOn(facts: ScoringFacts, date: string): string | null {
  const assigned = facts.member.classes?.filter(({ from }) => from <= date) ?? [];
  return (
    assigned.reduce<{ class: string; from: string } | null>((last, one) => (last && last.from >= one.from ? last : one), null)?.class ??
    null
  );
}

/** The class for what has no day of its own: that of the period's first day, or the first one within it. */
export function classAtStart(facts: ScoringFacts, window: Window): string | null {
  const first = classOn(facts, firstDay(window));
  if (first !== null) return first;
  const later = (facts.member.classes ?? []).filter(({ from }) => from <= lastDay(window)).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return later[0]?.class ?? null;
}

function classesIn(facts: ScoringFacts, window: Window): readonly string[] {
  const within = (facts.member.classes ?? []).filter(({ from }) => from > firstDay(window) && from <= lastDay(window));
  const first = classAtStart(facts, window);
  return [...(first === null ? [] : [first]), ...within.map((one) => one.class)];
}

/** Whether a part is scored for this member in a period. */
export function isFor(run: Run, { node, classes }: Placed, window: Window): boolean {
  if (classes === null) return true;
  const undated = node.kind === 'item' && (node.measure.kind === 'fixed' || node.measure.kind === 'result');
  const classesNow = undated ? [classAtStart(run.facts, window)] : classesIn(run.facts, window);
  return classesNow.some((name) => name !== null && classes.includes(name));
}

/** The ceilings of a plan over the months of a period in which the member took part. */
export function ceilingOf(run: Run, plan: string, window: Window): Exact {
  const ceilings = own(run.facts.ceilings, plan) ?? {};
  let sum = zero;
  for (let month = window.from; month <= window.to; month += 1) {
    const ceiling = ceilings[monthText(month)];
    if (ceiling !== undefined && month <= run.until && !run.away.has(month)) sum = plus(sum, exact(ceiling));
  }
  return sum;
}

/** A value as a number, for this member, in this period or on this day. */
export function numberOf(run: Run, value: Value, window: Window, date?: string): Exact {
  if (typeof value === 'string') return run.ready.number(value);
  if ('ceiling' in value) return ceilingOf(run, value.ceiling, window);
  const ofClass = date === undefined ? classAtStart(run.facts, window) : classOn(run.facts, date);
  return run.ready.number((ofClass === null ? undefined : own(value.byClass, ofClass)) ?? value.otherwise ?? '0');
}
