import { compare, type Exact, plus, times, zero } from '../../points/exact.ts';

/** The lowest and highest possible number, both included; null means without end. */
export type Range = { readonly from: Exact | null; readonly to: Exact | null };

export const everything: Range = { from: null, to: null };
export const nothingAtAll: Range = { from: zero, to: zero };

const lesser = (left: Exact, right: Exact): Exact => (compare(left, right) <= 0 ? left : right);
const greater = (left: Exact, right: Exact): Exact => (compare(left, right) >= 0 ? left : right);

/** One number. */
export const only = (value: Exact): Range => ({ from: value, to: value });

/** The range that covers both. */
export function hull(...ranges: readonly Range[]): Range {
  return ranges.reduce((left, right) => ({
    from: left.from && right.from ? lesser(left.from, right.from) : null,
    to: left.to && right.to ? greater(left.to, right.to) : null,
  }));
}

/** The sum of two ranges. */
export function added(left: Range, right: Range): Range {
  return { from: left.from && right.from ? plus(left.from, right.from) : null, to: left.to && right.to ? plus(left.to, right.to) : null };
}

/** A range times a number; a negative one swaps its ends. */
export function scaled({ from, to }: Range, by: Exact): Range {
  const sign = compare(by, zero);
  if (sign === 0) return nothingAtAll;
  const ends = { from: from && times(from, by), to: to && times(to, by) };
  return sign > 0 ? ends : { from: ends.to, to: ends.from };
}

/** The product of two ranges. */
export function multiplied(left: Range, right: Range): Range {
  const { from, to } = right;
  if (from && to) return hull(scaled(left, from), scaled(left, to));
  if (left.from && left.to) return hull(scaled(right, left.from), scaled(right, left.to));
  const neverNegative = [left, right].every((range) => range.from !== null && compare(range.from, zero) >= 0);
  return neverNegative ? { from: zero, to: null } : everything;
}

/** The range repeated any number of times, or not at all. */
export function repeated({ from, to }: Range): Range {
  return { from: from && compare(from, zero) >= 0 ? zero : null, to: to && compare(to, zero) <= 0 ? zero : null };
}

/** Not above a limit. */
export function capped({ from, to }: Range, limit: Exact): Range {
  return { from: from && lesser(from, limit), to: to ? lesser(to, limit) : limit };
}

/** Not below a limit. */
export function floored({ from, to }: Range, limit: Exact): Range {
  return { from: from ? greater(from, limit) : limit, to: to && greater(to, limit) };
}

/** What two ranges have in common, or null. */
export function overlap(left: Range, right: Range): Range | null {
  const from = left.from && right.from ? greater(left.from, right.from) : (left.from ?? right.from);
  const to = left.to && right.to ? lesser(left.to, right.to) : (left.to ?? right.to);
  return from && to && compare(from, to) > 0 ? null : { from, to };
}
