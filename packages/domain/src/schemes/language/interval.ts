import { compare, type Exact, parseExact } from '../../points/exact.ts';

/** An interval of numbers, each edge open or closed: "[80,90)", "(0,20]", "[90,)", "(,60)". */
export type IntervalText = string;

export type Edge = { readonly at: Exact; readonly closed: boolean };
/** No edge: without end. */
export type Interval = { readonly from: Edge | null; readonly to: Edge | null };

const SHAPE = /^([[(])([^,]*),([^,]*)([\])])$/;

function edge(text: string, closed: boolean): Edge | null | 'wrong' {
  if (text === '') return closed ? 'wrong' : null;
  const at = parseExact(text);
  return at ? { at, closed } : 'wrong';
}

/** An interval as a scheme writes it, or null if it is none or holds no number. */
export function parseInterval(text: IntervalText): Interval | null {
  const match = SHAPE.exec(text);
  if (!match) return null;
  const from = edge(match[2] ?? '', match[1] === '[');
  const to = edge(match[3] ?? '', match[4] === ']');
  if (from === 'wrong' || to === 'wrong') return null;
  return holdsNothing({ from, to }) ? null : { from, to };
}

/** The same for an interval that was checked before; anything else is a programmer's mistake. */
export function interval(text: IntervalText): Interval {
  const parsed = parseInterval(text);
  if (!parsed) throw new RangeError(`not an interval: ${text}`);
  return parsed;
}

/** Whether no number lies within. */
export function holdsNothing({ from, to }: Interval): boolean {
  const order = from && to ? compare(from.at, to.at) : -1;
  return order > 0 || (order === 0 && !(from?.closed && to?.closed));
}

/** Regulation 2-2: whether a number lies within; "60 and above" includes 60. */
export function lies(value: Exact, { from, to }: Interval): boolean {
  if (from) {
    const order = compare(value, from.at);
    if (order < 0 || (order === 0 && !from.closed)) return false;
  }
  if (!to) return true;
  const order = compare(value, to.at);
  return order < 0 || (order === 0 && to.closed);
}
