import { exact, whole, zero } from '../../points/exact.ts';
import { assertNever } from '../../result.ts';
import { parseInterval } from '../language/interval.ts';
import type { Adjustment, Cap, Measure, Option, TableRow, Value } from '../language/measure.ts';
import type { Bounds, Item } from '../language/node.ts';
import type { ScoringScheme } from '../language/scoring-scheme.ts';
import { added, capped, everything, floored, hull, nothingAtAll, only, overlap, type Range, repeated, scaled } from './range.ts';

export const monthsOf = { day: 0, month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

/** The numbers of an interval, its edges included. */
export function ofInterval(text: string | undefined): Range {
  const interval = text === undefined ? null : parseInterval(text);
  return interval ? { from: interval.from?.at ?? null, to: interval.to?.at ?? null } : everything;
}

/** The range of a value, over all classes and a number of months. */
export function ofValue(scheme: ScoringScheme, value: Value, months: number): Range {
  if (typeof value === 'string') return only(exact(value));
  if ('ceiling' in value) {
    const plan = scheme.plans?.find(({ id }) => id === value.ceiling);
    if (months === 12 && plan?.total !== undefined) return only(exact(plan.total));
    return scaled(ofInterval(plan?.each), whole(months));
  }
  const numbers = [...Object.values(value.byClass), ...(value.otherwise === undefined ? [] : [value.otherwise])];
  return hull(...numbers.map((number) => only(exact(number))));
}

function ofRow(scheme: ScoringScheme, row: TableRow, within: Range, months: number): readonly Range[] {
  const part = overlap(ofInterval(row.in), within);
  if (!part) return [];
  if ('value' in row) return [ofValue(scheme, row.value, months)];
  return [added(scaled(part, exact(row.times)), only(exact(row.plus)))];
}

function ofAdjustment(scheme: ScoringScheme, range: Range, adjustment: Adjustment, months: number): Range {
  switch (adjustment.kind) {
    case 'times': {
      const { from, to } = ofValue(scheme, adjustment.by, months);
      return from && to ? hull(scaled(range, from), scaled(range, to)) : everything;
    }
    case 'plus':
      return added(range, ofValue(scheme, adjustment.amount, months));
    case 'free': {
      const free = ofValue(scheme, adjustment.upTo, months);
      return floored(added(range, scaled(free, whole(-1))), zero);
    }
    case 'table': {
      const rows = adjustment.rows.flatMap((row) => ofRow(scheme, row, range, months));
      return rows.length === 0 ? nothingAtAll : hull(...rows);
    }
    case 'at-most':
      return within(scheme, range, { atMost: adjustment.value }, months);
    case 'at-least':
      return within(scheme, range, { atLeast: adjustment.value }, months);
    case 'round':
      return range;
    case 'if-marked':
      return hull(range, ofChain(scheme, range, adjustment.adjust, months));
    default:
      return assertNever(adjustment);
  }
}

/** A range after a chain of adjustments. */
export function ofChain(scheme: ScoringScheme, range: Range, chain: readonly Adjustment[] | undefined, months: number): Range {
  return (chain ?? []).reduce((current, adjustment) => ofAdjustment(scheme, current, adjustment, months), range);
}

/** A range after caps and floors; where they differ by class, the widest. */
export function within(scheme: ScoringScheme, range: Range, { atMost, atLeast }: Bounds, months: number): Range {
  const highest = atMost === undefined ? null : ofValue(scheme, atMost, months).to;
  const lowest = atLeast === undefined ? null : ofValue(scheme, atLeast, months).from;
  const below = highest ? capped(range, highest) : range;
  return lowest ? floored(below, lowest) : below;
}

const worths = (options: readonly Option[]): Range => hull(...options.map(({ value }) => only(exact(value))));

/** What a single entry states, before anything is adjusted. */
export function ofStatement(measure: Measure): Range {
  switch (measure.kind) {
    case 'count':
      return { from: whole(1), to: null };
    case 'value':
    case 'ratings':
      return ofInterval(measure.range);
    case 'choice':
    case 'tally':
      return worths(measure.options);
    case 'level':
      return worths(measure.levels);
    case 'fulfilment':
      return worths(measure.rates);
    case 'ratio':
      return { from: zero, to: whole(1) };
    case 'fixed':
    case 'result':
      return nothingAtAll;
    default:
      return assertNever(measure);
  }
}

/** What a single entry of an item may be worth. */
export function ofEntry(scheme: ScoringScheme, { measure, each }: Item, months: number): Range {
  return ofChain(scheme, ofStatement(measure), each, months);
}

function ofCap(scheme: ScoringScheme, range: Range, { per, ...bounds }: Cap, months: number): Range {
  const periods = per === 'day' ? months * 31 : Math.ceil(months / monthsOf[per]);
  return scaled(within(scheme, range, bounds, monthsOf[per]), whole(periods));
}

const addsUp = (measure: Measure): boolean =>
  measure.kind === 'count' ||
  measure.kind === 'level' ||
  ((measure.kind === 'value' || measure.kind === 'choice') && measure.together === 'sum');

/** The range of an item, unless it depends on another part. */
export function ofItem(scheme: ScoringScheme, item: Item, months: number): Range {
  const { measure, caps = [] } = item;
  if (measure.kind === 'fixed') return ofValue(scheme, measure.value, months);
  const entry = ofEntry(scheme, item, months);
  if (!addsUp(measure)) return entry;
  return caps.reduce((range, cap) => ofCap(scheme, range, cap, months), repeated(entry));
}
