import { compare, dividedBy, type Exact, exact, exactText, plus, rounded, times, whole } from '../../points/exact.ts';
import { error, type Finding, warning } from '../check/finding.ts';
import { indexed, type Placed, type PreparedScheme } from '../engine/prepare.ts';
import { type Edge, holdsNothing, type Interval, lies, parseInterval } from '../language/interval.ts';
import type { Adjustment, Rounding } from '../language/measure.ts';
import { classByClass } from './one-class.ts';
import { everything, overlap, type Range } from './range.ts';
import { ofChain, ofInterval, ofStatement } from './range-of-items.ts';
import { monthsIn, type Ranges, rangeOf, unadjusted } from './range-of-nodes.ts';

/** Intervals that should cover every number: of bands or of a table's rows. */
type Bands = {
  readonly path: string;
  readonly intervals: readonly { readonly text: string; readonly path: string }[];
  readonly range: Range;
  /** The same with open edges, where a single entry states it. */
  readonly stated?: Interval | null;
  /** The step between scores that can occur, such as 0.5 where halves are given; null where every number can. */
  readonly grid: Exact | null;
  readonly what: 'bands' | 'rows';
};

const text = ({ from, to }: Interval): string =>
  `${from?.closed ? '[' : '('}${from ? exactText(from.at) : ''},${to ? exactText(to.at) : ''}${to?.closed ? ']' : ')'}`;

/** Whether a number that can occur lies in the gap. */
function holdsSomething(gap: Interval, grid: Exact | null): boolean {
  if (holdsNothing(gap)) return false;
  if (!grid || !gap.from) return true;
  const first = times(rounded(dividedBy(gap.from.at, grid), 0, 'up'), grid);
  return lies(first, gap) || lies(plus(first, grid), gap);
}

const turned = (edge: Edge | null): Edge | null => edge && { at: edge.at, closed: !edge.closed };

type Ordered = { readonly path: string; readonly text: string; readonly interval: Interval };
type Gap = { readonly path: string; readonly gap: Interval; readonly proposal?: string };

function inOrder(intervals: Bands['intervals']): readonly Ordered[] {
  const parsed = intervals.flatMap((one) => {
    const interval = parseInterval(one.text);
    return interval ? [{ ...one, interval }] : [];
  });
  return parsed.toSorted((left, right) => {
    const [a, b] = [left.interval.from, right.interval.from];
    return a && b ? compare(a.at, b.at) || (a.closed ? -1 : 1) : a ? 1 : -1;
  });
}

/** What lies below the lowest band and above the highest. */
function atTheEnds({ path, range, stated }: Bands, ordered: readonly Ordered[]): readonly Gap[] {
  const [lowest, highest] = [ordered[0]?.interval, ordered.at(-1)?.interval];
  const from = stated ? stated.from : range.from && { at: range.from, closed: true };
  const to = stated ? stated.to : range.to && { at: range.to, closed: true };
  return [
    ...(lowest?.from ? [{ path, gap: { from, to: turned(lowest.from) } }] : []),
    ...(highest?.to ? [{ path, gap: { from: turned(highest.to), to } }] : []),
  ];
}

function between(ordered: readonly Ordered[]): readonly Gap[] {
  return ordered.slice(1).flatMap((above, index) => {
    const below = ordered[index];
    if (!below?.interval.to || !above.interval.from) return [];
    const end = turned(above.interval.from);
    // The band below reaches as far as the band above.
    const proposal = text({ from: below.interval.from, to: end });
    return [{ path: below.path, gap: { from: turned(below.interval.to), to: end }, proposal }];
  });
}

function gapsIn(bands: Bands): readonly Finding[] {
  const { path, intervals, range, grid, what } = bands;
  const code = what === 'bands' ? 'gap-between-bands' : 'gap-between-rows';
  const ordered = inOrder(intervals);
  if (ordered.length === 0) return [error(code, path, { gap: '(,)' })];
  const gaps = [...atTheEnds(bands, ordered), ...between(ordered)];
  return [
    ...gaps
      .filter(({ gap }) => holdsSomething(gap, grid) && overlap(ofInterval(text(gap)), range) !== null)
      .map((one) => error(code, one.path, { gap: text(one.gap), ...(one.proposal === undefined ? {} : { proposal: one.proposal }) })),
    ...overlaps(ordered, what),
  ];
}

function overlaps(ordered: readonly Ordered[], what: Bands['what']): readonly Finding[] {
  return ordered.slice(1).flatMap((above, index) => {
    const below = ordered[index];
    if (!below) return [];
    const [end, start] = [below.interval.to, above.interval.from];
    const order = end && start ? compare(end.at, start.at) : 1;
    const meet = order > 0 || (order === 0 && end?.closed === true && start?.closed === true);
    return meet ? [error(what === 'bands' ? 'bands-overlap' : 'rows-overlap', above.path, { one: below.text, other: above.text })] : [];
  });
}

function unreachable({ intervals, range }: Bands): readonly Finding[] {
  return intervals
    .filter((one) => overlap(ofInterval(one.text), range) === null)
    .map((one) =>
      warning('band-never-reached', one.path, {
        band: one.text,
        most: range.to ? exactText(range.to) : '',
        least: range.from ? exactText(range.from) : '',
      }),
    );
}

const steps = (places: number | undefined): Exact | null =>
  places === undefined ? null : dividedBy(whole(1), exact(`1${'0'.repeat(places)}`));

/** The start of a chain of adjustments, and its place. */
type Start = {
  readonly chain: readonly Adjustment[];
  readonly path: string;
  readonly range: Range;
  readonly stated: Interval | null;
  readonly grid: Exact | null;
};

/** Every table in a chain, with the range of its input. */
function tablesIn(ready: PreparedScheme, start: Start, months: number): readonly Bands[] {
  const { chain, path, range, stated, grid } = start;
  return chain.flatMap((adjustment, index) => {
    const before = chain.slice(0, index);
    const now = ofChain(ready.scheme, range, before, months);
    const exactly = index === 0 ? stated : null;
    const still = before.every(({ kind }) => kind === 'free') ? grid : null;
    const at = `${path}/${index}`;
    if (adjustment.kind === 'if-marked') {
      return tablesIn(ready, { chain: adjustment.adjust, path: `${at}/adjust`, range: now, stated: exactly, grid: still }, months);
    }
    if (adjustment.kind !== 'table') return [];
    const intervals = adjustment.rows.map((row, place) => ({ text: row.in, path: `${at}/rows/${place}/in` }));
    return [{ path: `${at}/rows`, intervals, range: now, stated: exactly, grid: still, what: 'rows' as const }];
  });
}

function ofTables(ranges: Ranges, { node, path }: Placed): readonly Bands[] {
  const { ready } = ranges;
  const months = monthsIn(ranges, node.id);
  const { measure, each = [] } = node.kind === 'item' ? node : {};
  const wholeNumbers = measure?.kind === 'count' ? whole(1) : null;
  const single = measure?.kind === 'value' ? parseInterval(measure.range ?? '(,)') : null;
  const kept = measure?.kind === 'value' && measure.together !== 'sum' && each.length === 0;
  const ofEach = { path: `${path}/each`, range: measure ? ofStatement(measure) : everything, stated: single, grid: wholeNumbers };
  const ofAll = {
    path: `${path}/adjust`,
    range: unadjusted(ranges, node),
    stated: kept ? single : null,
    grid: each.length === 0 ? wholeNumbers : null,
  };
  return [...tablesIn(ready, { ...ofEach, chain: each }, months), ...tablesIn(ready, { ...ofAll, chain: node.adjust ?? [] }, months)];
}

function bandsIn(ready: PreparedScheme, ranges: Ranges): { readonly named: readonly Bands[]; readonly tables: readonly Bands[] } {
  const { grading, lists = [] } = ready.scheme;
  const bands = (path: string, of: string, round: Rounding | undefined, within: readonly { readonly in: string }[]): Bands => {
    const intervals = within.map((band, row) => ({ text: band.in, path: `${path}/${row}/in` }));
    return { path, intervals, range: rangeOf(ranges, of), grid: steps(round?.places), what: 'bands' };
  };
  const named = [
    ...(grading?.tables ?? []).map((table, index) =>
      bands(`/grading/tables/${index}/bands`, grading?.of ?? '', grading?.round, table.bands),
    ),
    ...lists.map((list, index) => bands(`/lists/${index}/bands`, list.of, list.round, list.bands)),
  ];
  const tables = [...ready.nodes.values()].flatMap((placed) => ofTables(ranges, placed));
  return { named, tables };
}

/** Reading A1: gaps and overlaps for some class, and bands that nobody can reach, in grades, lists and tables. */
export function lintBands(ready: PreparedScheme, ranges: Ranges): readonly Finding[] {
  const found = new Map<string, Finding>();
  for (const scheme of classByClass(ready.scheme)) {
    const ofClass = scheme === ready.scheme ? ready : indexed(scheme);
    const { named, tables } = bandsIn(ofClass, { ...ranges, ready: ofClass, known: new Map() });
    for (const finding of [...named, ...tables].flatMap(gapsIn)) found.set(JSON.stringify(finding), finding);
  }
  return [...found.values(), ...bandsIn(ready, ranges).named.flatMap(unreachable)];
}
