import { exact, times } from '../../points/exact.ts';
import { assertNever } from '../../result.ts';
import type { Measure } from '../language/measure.ts';
import type { Item } from '../language/node.ts';
import { absent, type Figure, figure, isKnown, type Place } from './figure.ts';
import { fulfilmentFigure, ratingsFigure, ratioFigure, tallyFigure } from './measure-counts.ts';
import { entriesFigure, type Scored } from './measure-entries.ts';
import { own } from './own.ts';
import type { Placed } from './prepare.ts';
import { numberOf, type Run } from './run.ts';
import { periodsIn, type Window } from './window.ts';

/** Finds the figure of another node; supplied by the code that scores nodes. */
export type FigureOf = (run: Run, node: string, window: Window) => Figure | null;

type Carried = Extract<Measure, { kind: 'result' }>;

/** The result that is carried; null where there is none yet. */
function sourceOf(run: Run, { node, period }: Placed, { of, when }: Carried, window: Window, figureOf: FigureOf): Figure | null {
  if (when === 'this-period') return figureOf(run, of, window);
  if (when === 'previous-year') {
    const year = run.facts.year - 1;
    const text = own(own(run.facts.earlier?.find((one) => one.year === year)?.components, of), String(year)) ?? null;
    return text === null ? null : figure({ ...placeOf(of, window, node.clause), period: String(year) }, 'reference', exact(text));
  }
  if (period === 'year') return null;
  const periods = periodsIn(run.year, run.year, period);
  const before = periods[periods.findIndex(({ label }) => label === window.label) - 1];
  return before ? figureOf(run, of, before) : null;
}

function resultFigure(run: Run, placed: Placed, measure: Carried, window: Window, figureOf: FigureOf): Figure {
  const place = placeOf(placed.node.id, window, placed.node.clause);
  const source = sourceOf(run, placed, measure, window, figureOf);
  if (source && isKnown(source)) {
    const share = run.ready.number(measure.share);
    const values = { share: measure.share, from: measure.of, when: measure.when };
    return figure(place, 'carried', times(source.value, share), { of: [shallow(source)], values });
  }
  if (source === null && measure.first !== undefined) return figure(place, 'first', numberOf(run, measure.first, window));
  return absent(place);
}

/** The carried figure has its own trace elsewhere; here its result is enough. */
const shallow = (source: Figure): Figure => ({ ...source, step: { ...source.step, rule: 'reference', values: {}, of: [], entries: [] } });

/** The place of a node's steps in a period. */
export function placeOf(node: string, window: Window, clause: string | undefined): Place {
  return clause === undefined ? { node, period: window.label } : { node, period: window.label, clause };
}

/** What the facts give for an item in a period, before adjustment. */
export function measured(run: Run, placed: Placed, item: Item, window: Window, figureOf: FigureOf): Figure {
  const { measure } = item;
  const place = placeOf(item.id, window, item.clause);
  if (measure.kind === 'fixed') return figure(place, 'fixed', numberOf(run, measure.value, window));
  if (measure.kind === 'result') return resultFigure(run, placed, measure, window, figureOf);
  const scored: Scored = { run, item, place, window, entries: run.index.entriesIn(item.id, window) };
  switch (measure.kind) {
    case 'count':
    case 'value':
    case 'choice':
    case 'level':
      return entriesFigure(scored);
    case 'ratio':
      return ratioFigure(scored);
    case 'fulfilment':
      return fulfilmentFigure(scored, measure.rates);
    case 'tally':
      return tallyFigure(scored, measure.options, measure.electorates);
    case 'ratings':
      return ratingsFigure(scored, measure.electorates, measure.leaveOut);
    default:
      return assertNever(measure);
  }
}
