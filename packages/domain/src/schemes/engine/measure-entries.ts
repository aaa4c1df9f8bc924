import { compare, exact, exactText, times, whole } from '../../points/exact.ts';
import type { FactEntry } from '../language/facts.ts';
import type { Cap, Measure, Together } from '../language/measure.ts';
import type { Item } from '../language/node.ts';
import { adjusted, clamped } from './adjust.ts';
import { absent, apart, chosenFigure, type Figure, figure, type Known, meanFigure, type Place, sumFigure } from './figure.ts';
import { type Run, report } from './run.ts';
import { periodLabel, type Window } from './window.ts';

/** An item being scored in a period, with the entries that count for it. */
export type Scored = {
  readonly run: Run;
  readonly item: Item;
  readonly place: Place;
  readonly window: Window;
  readonly entries: readonly FactEntry[];
};

/** The figure of one entry, or of several of one day, with the day it belongs to. */
type Dated = { readonly date: string; readonly figure: Figure };

function stated({ item, place }: Scored, entry: FactEntry): Known {
  const { measure } = item;
  const { date } = entry;
  const entries = [entry.id];
  if (measure.kind === 'choice' || measure.kind === 'level') {
    const [options, named] = measure.kind === 'choice' ? [measure.options, entry.choice] : [measure.levels, entry.level];
    const option = options.find(({ id }) => id === named);
    return figure(place, 'entry', exact(option?.value ?? '0'), { entries, values: { date, option: option?.title ?? '' } });
  }
  if (measure.kind === 'value') return statedValue(place, measure, entry);
  return figure(place, 'entry', whole(entry.quantity ?? 1), { entries, values: { date, unit: '' } });
}

function statedValue(place: Place, { unit, usual = '0' }: Extract<Measure, { kind: 'value' }>, entry: FactEntry): Known {
  const { id, date, value = usual, quantity = 1 } = entry;
  const once = figure(place, 'entry', exact(value), { entries: [id], values: { date, unit } });
  if (quantity === 1) return once;
  const by = whole(quantity);
  return figure(place, 'times', times(once.value, by), { of: [once], values: { by: exactText(by) } });
}

function eachEntry(scored: Scored): readonly Dated[] {
  const { run, item, place, window } = scored;
  return scored.entries.map((entry) => ({
    date: entry.date,
    figure: adjusted({ run, place, window, entry }, stated(scored, entry), item.each),
  }));
}

/** The highest level of each deed; an entry without a deed counts as a deed of its own. */
function oncePerDeed(scored: Scored, dated: readonly Dated[]): readonly Dated[] {
  const deeds = Map.groupBy(dated, (_, index) => {
    const entry = scored.entries[index];
    return entry?.deed ?? ` ${entry?.id}`;
  });
  return [...deeds.values()].map((group) => {
    const { known } = apart(group.map((one) => one.figure));
    const date = group[0]?.date ?? '';
    if (group.length === 1 || known.length === 0) return { date, figure: group[0]?.figure ?? absent(scored.place) };
    return { date, figure: highestOf(scored.place, known, 'highest') };
  });
}

function highestOf(place: Place, known: readonly Known[], rule: 'highest' | 'lowest'): Known {
  const sign = rule === 'highest' ? 1 : -1;
  const best = known.reduce((found, next) => (sign * compare(next.value, found.value) > 0 ? next : found));
  return chosenFigure(place, rule, best, known);
}

function capped({ run, place, window }: Scored, dated: readonly Dated[], { per, ...bounds }: Cap): readonly Dated[] {
  const groups = Map.groupBy(dated, ({ date }) => periodLabel(run.year, per, date));
  return [...groups].map(([period, group]) => {
    const there = { ...place, period };
    const { known, unknown } = apart(group.map((one) => one.figure));
    const sum = sumFigure(there, known, unknown);
    return { date: group[0]?.date ?? '', figure: clamped({ run, place: there, window }, sum, bounds) };
  });
}

function together({ run, place, entries }: Scored, figures: readonly Figure[], by: Together): Figure {
  const { known, unknown } = apart(figures);
  if (by === 'sum') return sumFigure(place, known, unknown);
  const last = known.at(-1);
  if (last === undefined) return absent(place, { of: unknown });
  switch (by) {
    case 'mean':
      return meanFigure(place, known, { beside: unknown });
    case 'highest':
    case 'lowest':
      return highestOf(place, known, by);
    case 'last':
      return chosenFigure(place, 'last', last, known);
    case 'only':
      if (figures.length === 1) return last;
      report(run, 'more-than-one-entry', place, { entries: entries.map(({ id }) => id), values: { count: String(figures.length) } });
      return absent(place, { of: figures });
  }
}

/** The points of the entries of a count, a value, a choice or an award in a period. */
export function entriesFigure(scored: Scored): Figure {
  const { measure, caps = [] } = scored.item;
  const single = eachEntry(scored);
  const once = measure.kind === 'level' && measure.sameDeed === 'highest-once' ? oncePerDeed(scored, single) : single;
  const within = caps.reduce((dated, cap) => capped(scored, dated, cap), once);
  const by = measure.kind === 'value' || measure.kind === 'choice' ? measure.together : 'sum';
  return together(
    scored,
    within.map((one) => one.figure),
    by,
  );
}
