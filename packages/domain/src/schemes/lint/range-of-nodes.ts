import { compare, exact, whole, zero } from '../../points/exact.ts';
import { assertNever } from '../../result.ts';
import type { PreparedScheme } from '../engine/prepare.ts';
import type { Weight } from '../language/measure.ts';
import type { Item, SchemeNode } from '../language/node.ts';
import { added, hull, multiplied, nothingAtAll, only, type Range, scaled } from './range.ts';
import { monthsOf, ofChain, ofItem, ofValue, within } from './range-of-items.ts';

/** The possible results of the parts of a scheme without errors, for members of the whole year or for anybody; each is computed once. */
export type Ranges = { readonly ready: PreparedScheme; readonly known: Map<string, Range>; readonly forWhom: 'all-year' | 'anybody' };

type OverPeriods = Extract<SchemeNode, { kind: 'over-periods' }>;

/** How many months the period of a part has. */
export function monthsIn({ ready }: Ranges, id: string): number {
  return monthsOf[ready.nodes.get(id)?.period ?? 'year'];
}

/** An earlier result is not computed again: its limits suffice, and a carried share alone makes nothing negative. */
function earlier(ranges: Ranges, id: string): Range {
  const { scheme, nodes } = ranges.ready;
  const bounds = nodes.get(id)?.node.bounds;
  const months = monthsIn(ranges, id);
  return {
    from: bounds?.atLeast === undefined ? zero : ofValue(scheme, bounds.atLeast, months).from,
    to: bounds?.atMost === undefined ? null : ofValue(scheme, bounds.atMost, months).to,
  };
}

function ofLeaf(ranges: Ranges, item: Item): Range {
  const { measure } = item;
  const months = monthsIn(ranges, item.id);
  if (measure.kind !== 'result') return ofItem(ranges.ready.scheme, item, months);
  const source = measure.when === 'this-period' ? rangeOf(ranges, measure.of) : earlier(ranges, measure.of);
  const carried = scaled(source, exact(measure.share));
  return measure.first === undefined ? carried : hull(carried, ofValue(ranges.ready.scheme, measure.first, months));
}

/** For some members there is no such part: it is not for everybody, or behind a gate without an alternative. */
function isForSome(node: SchemeNode): boolean {
  if (node.for !== undefined) return true;
  return node.kind === 'when' && (node.otherwise === undefined || isForSome(node.part) || isForSome(node.otherwise));
}

/** A part's contribution to the whole; a part left out contributes the neutral value: 0 to a sum, 1 to a product. */
function asPart(ranges: Ranges, node: SchemeNode, leftOut: Range = nothingAtAll): Range {
  const range = rangeOf(ranges, node.id);
  return node.absent === 'nothing' || isForSome(node) ? hull(range, leftOut) : range;
}

/** Whether each period gives at most the ceiling of this plan. */
const isPlanned = ({ part }: OverPeriods): boolean => {
  const limit = part.bounds?.atMost;
  return limit !== undefined && typeof limit !== 'string' && 'ceiling' in limit;
};

function together(ranges: Ranges, node: OverPeriods): Range {
  const months = monthsIn(ranges, node.id);
  const part = asPart(ranges, node.part);
  const count = months / monthsOf[node.each];
  if (node.by.kind === 'select') return node.by.by === 'sum' ? scaled(part, whole(Math.min(count, node.by.take))) : part;
  if (node.by.kind !== 'sum') return part;
  const sum = scaled(part, whole(count));
  const limit = node.part.bounds?.atMost;
  return limit !== undefined && isPlanned(node) ? within(ranges.ready.scheme, sum, { atMost: limit }, months) : sum;
}

/** Scaled to the whole year, the result is at most `to` if every month keeps to its ceiling; else there is no upper limit. */
function overPeriods(ranges: Ranges, node: OverPeriods): Range {
  const earned = together(ranges, node);
  const { partOfYear } = node;
  if (partOfYear === undefined || ranges.forWhom === 'all-year') return earned;
  const months = monthsIn(ranges, node.id);
  if (partOfYear.kind === 'by-number') return hull(earned, scaled(earned, whole(months / monthsOf[node.each])));
  const from = mayBeNegative(earned) ? null : zero;
  const to = isPlanned(node) && node.by.kind === 'sum' ? ofValue(ranges.ready.scheme, partOfYear.to, months).to : null;
  return { from, to: to && earned.to && hull(only(to), only(earned.to)).to };
}

/** A weight that differs by class may be any of them. */
function share({ ready }: Ranges, part: Range, weight: Weight): Range {
  const { from, to } = ofValue(ready.scheme, weight, 0);
  return from && to ? hull(scaled(part, from), scaled(part, to)) : part;
}

/** The range of a part before its own adjustments. */
export function unadjusted(ranges: Ranges, node: SchemeNode): Range {
  const part = (one: SchemeNode) => asPart(ranges, one);
  switch (node.kind) {
    case 'item':
      return ofLeaf(ranges, node);
    case 'sum':
      return node.parts.map(part).reduce(added);
    case 'product':
      return node.parts.map((one) => asPart(ranges, one, only(whole(1)))).reduce(multiplied);
    case 'weighted':
      return node.parts.map((one) => share(ranges, part(one.part), one.weight)).reduce(added);
    case 'select': {
      const widest = hull(...node.parts.map(part));
      return node.by === 'sum' ? scaled(widest, whole(Math.min(node.take, node.parts.length))) : widest;
    }
    case 'choose-one':
      return hull(...node.parts.map(({ id }) => rangeOf(ranges, id)));
    case 'when':
      return hull(...[node.part, ...(node.otherwise ? [node.otherwise] : [])].map(({ id }) => rangeOf(ranges, id)));
    case 'over-periods':
      return overPeriods(ranges, node);
    default:
      return assertNever(node);
  }
}

/** The range of a part before its cap and floor. */
export function beforeBounds(ranges: Ranges, node: SchemeNode): Range {
  return ofChain(ranges.ready.scheme, unadjusted(ranges, node), node.adjust, monthsIn(ranges, node.id));
}

/** The range of a part. */
export function rangeOf(ranges: Ranges, id: string): Range {
  const found = ranges.known.get(id);
  if (found) return found;
  const node = ranges.ready.nodes.get(id)?.node;
  if (!node) return nothingAtAll;
  const range = within(ranges.ready.scheme, beforeBounds(ranges, node), node.bounds ?? {}, monthsIn(ranges, id));
  ranges.known.set(id, range);
  return range;
}

/** Whether a range contains negative numbers. */
export const mayBeNegative = ({ from }: Range): boolean => from === null || compare(from, zero) < 0;
