import { compare, type Exact, exactText, minus, plus, rounded, times, zero } from '../../points/exact.ts';
import { assertNever } from '../../result.ts';
import { lies } from '../language/interval.ts';
import type { Adjustment, TableRow } from '../language/measure.ts';
import type { Bounds } from '../language/node.ts';
import { absent, type Figure, figure, isKnown, type Known, type Place } from './figure.ts';
import { isOver, numberOf, type Run, report } from './run.ts';
import type { Window } from './window.ts';

/** What is adjusted and where; for a single entry also its day and marks. */
type Around = {
  readonly run: Run;
  readonly place: Place;
  readonly window: Window;
  readonly entry?: { readonly id: string; readonly date: string; readonly marks?: readonly string[] };
};

function fromTable({ run, place, window, entry }: Around, known: Known, rows: readonly TableRow[]): Figure {
  const row = rows.find((candidate) => lies(known.value, run.ready.interval(candidate.in)));
  if (!row) {
    const values = { value: exactText(known.value) };
    report(run, 'value-in-no-band', place, { entries: entry ? [entry.id] : [], values });
    return absent(place, { of: [known], values });
  }
  const value =
    'value' in row
      ? numberOf(run, row.value, window, entry?.date)
      : plus(times(known.value, run.ready.number(row.times)), run.ready.number(row.plus));
  const rate: Record<string, string> = 'value' in row ? { value: exactText(value) } : { times: row.times, plus: row.plus };
  return figure(place, 'table', value, { of: [known], values: { in: row.in, ...rate } });
}

function bounded(place: Place, known: Known, rule: 'at-most' | 'at-least', limit: Exact): Known {
  const beyond = rule === 'at-most' ? minus(known.value, limit) : minus(limit, known.value);
  if (compare(beyond, zero) <= 0) return known;
  return figure(place, rule, limit, { of: [known], values: { limit: exactText(limit), surplus: exactText(beyond) } });
}

function one(around: Around, known: Known, adjustment: Adjustment): Figure {
  const { run, place, window, entry } = around;
  switch (adjustment.kind) {
    case 'times': {
      const by = numberOf(run, adjustment.by, window, entry?.date);
      return figure(place, 'times', times(known.value, by), { of: [known], values: { by: exactText(by) } });
    }
    case 'plus': {
      const amount = numberOf(run, adjustment.amount, window, entry?.date);
      return figure(place, 'plus', plus(known.value, amount), { of: [known], values: { amount: exactText(amount) } });
    }
    case 'free': {
      const upTo = numberOf(run, adjustment.upTo, window, entry?.date);
      const left = compare(known.value, upTo) > 0 ? minus(known.value, upTo) : zero;
      return figure(place, 'free', left, { of: [known], values: { upTo: exactText(upTo) } });
    }
    case 'table':
      return fromTable(around, known, adjustment.rows);
    case 'at-most':
    case 'at-least':
      return bounded(place, known, adjustment.kind, numberOf(run, adjustment.value, window, entry?.date));
    case 'round': {
      const { places, mode } = adjustment;
      const value = rounded(known.value, places, mode);
      if (compare(value, known.value) === 0) return known;
      return figure(place, 'round', value, { of: [known], values: { places: String(places), mode } });
    }
    case 'if-marked':
      return entry?.marks?.includes(adjustment.mark) ? adjusted(around, known, adjustment.adjust) : known;
    default:
      return assertNever(adjustment);
  }
}

/** A chain of adjustments, one after the other; an unknown value stays unknown. */
export function adjusted(around: Around, start: Figure, chain: readonly Adjustment[] = []): Figure {
  let current = start;
  for (const adjustment of chain) {
    if (!isKnown(current)) return current;
    current = one(around, current, adjustment);
  }
  return current;
}

/** A cap and a floor, whatever the period. */
export function clamped({ run, place, window, entry }: Around, start: Known, { atMost, atLeast }: Bounds): Known {
  const capped = atMost === undefined ? start : bounded(place, start, 'at-most', numberOf(run, atMost, window, entry?.date));
  return atLeast === undefined ? capped : bounded(place, capped, 'at-least', numberOf(run, atLeast, window, entry?.date));
}

/** Readings A14, A23: caps and floors of a period; while it is not over, points beyond them are only marked. */
export function withinBounds(around: Around, start: Figure, bounds: Bounds | undefined): Figure {
  if (!bounds || !isKnown(start)) return start;
  const { place, run, window } = around;
  const both = clamped(around, start, bounds);
  if (both !== start)
    return isOver(run, window) ? both : figure(place, 'surplus-so-far', start.value, { of: [start], values: both.step.values });
  if (bounds.atMost === undefined) return start;
  return figure(place, 'within', start.value, { of: [start], values: { limit: exactText(numberOf(run, bounds.atMost, window)) } });
}
