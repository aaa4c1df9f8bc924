import { compare, dividedBy, type Exact, exactText, times, whole, zero } from '../../points/exact.ts';
import { assertNever } from '../../result.ts';
import type { Rollup, SchemeNode, Selection } from '../language/node.ts';
import { absent, apart, chosenFigure, type Figure, figure, isKnown, type Known, meanFigure, type Place, sumFigure } from './figure.ts';
import { ceilingOf, isAway, isOver, numberOf, type Run } from './run.ts';
import { periodsIn, type Window } from './window.ts';

type OverPeriods = Extract<SchemeNode, { kind: 'over-periods' }>;

/** The highest or lowest of several, combined; if there are fewer than asked for, all of them. */
export function selectedFigure(place: Place, { order, take, by }: Selection, parts: readonly Figure[]): Figure {
  const { known, unknown: beside } = apart(parts);
  if (known.length === 0) return absent(place, { of: beside });
  const sign = order === 'highest' ? -1 : 1;
  const ordered = known.toSorted((one, other) => sign * compare(one.value, other.value));
  const [kept, left] = [ordered.slice(0, take), ordered.slice(take)];
  const result = by === 'sum' ? sumFigure(place, kept) : meanFigure(place, kept);
  return figure(place, 'selected', result.value, { of: [result, ...left, ...beside], values: { order, take: String(take) } });
}

function put(place: Place, by: Rollup, figures: readonly Figure[], periods: number): Figure {
  const { known, unknown: beside } = apart(figures);
  const last = known.at(-1);
  if (last === undefined) return absent(place, { of: beside });
  switch (by.kind) {
    case 'sum':
      return sumFigure(place, known, beside);
    case 'mean':
      return meanFigure(place, known, { divisor: periods, beside });
    case 'mean-of-present':
      return meanFigure(place, known, { beside });
    case 'last':
      return chosenFigure(place, 'last', last, figures);
    case 'select':
      return selectedFigure(place, by, figures);
    default:
      return assertNever(by);
  }
}

type Taken = {
  readonly run: Run;
  readonly place: Place;
  readonly window: Window;
  readonly active: readonly Window[];
  readonly all: number;
};

function forTheWholeYear({ run, place, window, active, all }: Taken, node: OverPeriods, earned: Known): Known {
  const { partOfYear } = node;
  if (!partOfYear || active.length === all || !isOver(run, window)) return earned;
  if (partOfYear.kind === 'by-number') {
    const factor = dividedBy(whole(all), whole(active.length));
    const values = { periods: String(active.length), of: String(all) };
    return figure(place, 'part-of-year', times(earned.value, factor), { of: [earned], values });
  }
  const ceilings: Exact = ceilingOf(run, partOfYear.plan, window);
  if (compare(ceilings, zero) === 0) return earned;
  const to = numberOf(run, partOfYear.to, window);
  const values = { periods: String(active.length), of: String(all), ceilings: exactText(ceilings), to: exactText(to) };
  return figure(place, 'part-of-year', dividedBy(times(earned.value, to), ceilings), { of: [earned], values });
}

/** A part scored in each period in which the member took part, and the combined result. */
export function overPeriods(
  run: Run,
  place: Place,
  node: OverPeriods,
  window: Window,
  score: (period: Window) => Figure | null,
): { readonly result: Figure; readonly parts: readonly Figure[] } {
  const settled = periodsIn(run.year, window, node.each).filter(({ from }) => from <= run.until);
  const active = settled.filter((period) => !isAway(run, period));
  const parts = active.map(score).filter((one) => one !== null);
  const result = put(place, node.by, parts, parts.length);
  return { parts, result: isKnown(result) ? forTheWholeYear({ run, place, window, active, all: settled.length }, node, result) : result };
}
