import { compare, exact, zero } from '../../points/exact.ts';
import { assertNever } from '../../result.ts';
import type { PreparedScheme } from '../engine/prepare.ts';
import type { Item, SchemeNode } from '../language/node.ts';
import { added, hull, multiplied, nothingAtAll, type Range, scaled } from './range.ts';
import { monthsOf, ofChain, ofItem, ofMany, ofShare, ofValue, within } from './range-of-items.ts';

/** What every part of a scheme can come to at all. */
export type Ranges = {
  readonly rangeOf: (id: string) => Range;
  readonly beforeBounds: (id: string) => Range;
  readonly unadjusted: (id: string) => Range;
};

type OverPeriods = Extract<SchemeNode, { kind: 'over-periods' }>;

/** Regulation 2-1: the ranges of all parts of a scheme without errors. */
export function rangesOf(ready: PreparedScheme): Ranges {
  const { scheme, nodes } = ready;
  const known = new Map<string, Range>();

  function monthsIn(id: string): number {
    return monthsOf[nodes.get(id)?.period ?? 'year'];
  }

  /** An earlier result is not computed again: its own limits say enough, and a carried share makes nothing negative by itself. */
  function earlier(id: string): Range {
    const bounds = nodes.get(id)?.node.bounds;
    const limit = bounds?.atMost === undefined ? null : ofValue(scheme, bounds.atMost, monthsIn(id)).to;
    return { from: bounds?.atLeast === undefined ? zero : ofValue(scheme, bounds.atLeast, monthsIn(id)).from, to: limit };
  }

  function ofOwnItem(item: Item): Range {
    const { measure } = item;
    if (measure.kind !== 'result') return ofItem(scheme, item, monthsIn(item.id));
    return ofShare(scheme, measure.when === 'this-period' ? rangeOf(measure.of) : earlier(measure.of), measure, monthsIn(item.id));
  }

  function asPart(node: SchemeNode): Range {
    const range = rangeOf(node.id);
    return node.absent === 'nothing' || node.for !== undefined ? hull(range, nothingAtAll) : range;
  }

  function overPeriods(node: OverPeriods): Range {
    const months = monthsIn(node.id);
    const part = asPart(node.part);
    const count = months / monthsOf[node.each];
    if (node.by.kind === 'select') return node.by.by === 'sum' ? ofMany(part, Math.min(count, node.by.take)) : part;
    if (node.by.kind !== 'sum') return part;
    const sum = ofMany(part, count);
    const limit = node.part.bounds?.atMost;
    return limit !== undefined && typeof limit !== 'string' && 'ceiling' in limit ? within(scheme, sum, { atMost: limit }, months) : sum;
  }

  function combined(node: SchemeNode): Range {
    switch (node.kind) {
      case 'item':
        return ofOwnItem(node);
      case 'sum':
        return node.parts.map(asPart).reduce(added);
      case 'product':
        return node.parts.map(asPart).reduce(multiplied);
      case 'weighted':
        return node.parts.map(({ weight, part }) => scaled(asPart(part), exact(weight))).reduce(added);
      case 'select': {
        const widest = hull(...node.parts.map(asPart));
        return node.by === 'sum' ? ofMany(widest, Math.min(node.take, node.parts.length)) : widest;
      }
      case 'choose-one':
        return hull(...node.parts.map((part) => rangeOf(part.id)));
      case 'when':
        return hull(rangeOf(node.part.id), node.otherwise ? rangeOf(node.otherwise.id) : nothingAtAll);
      case 'over-periods':
        return overPeriods(node);
      default:
        return assertNever(node);
    }
  }

  function unadjusted(id: string): Range {
    const node = nodes.get(id)?.node;
    return node ? combined(node) : nothingAtAll;
  }

  function beforeBounds(id: string): Range {
    return ofChain(scheme, unadjusted(id), nodes.get(id)?.node.adjust, monthsIn(id));
  }

  function rangeOf(id: string): Range {
    const found = known.get(id);
    if (found) return found;
    const node = nodes.get(id)?.node;
    const range = within(scheme, beforeBounds(id), node?.bounds ?? {}, monthsIn(id));
    known.set(id, range);
    return range;
  }

  return { rangeOf, beforeBounds, unadjusted };
}

/** Regulation 2-1: whether a range has no end above. */
export const isEndless = ({ to }: Range): boolean => to === null;

/** Regulation 2-1 (A23): whether a range reaches below nothing. */
export const mayBeNegative = ({ from }: Range): boolean => from === null || compare(from, zero) < 0;
