import { compare, dividedBy, type Exact, exact, plus, times, whole, zero } from '../../points/exact.ts';
import type { FactEntry, PledgeFact } from '../language/facts.ts';
import type { Electorate, Option } from '../language/measure.ts';
import { absent, type Figure, figure, isKnown, type Known, weightedFigure } from './figure.ts';
import type { Scored } from './measure-entries.ts';
import { own } from './own.ts';
import { report } from './run.ts';
import { monthNumber } from './window.ts';

const idsOf = (entries: readonly FactEntry[]): readonly string[] => entries.map(({ id }) => id);
const total = (numbers: readonly Exact[]): Exact => numbers.reduce(plus, zero);

/** One number out of another, known at the period's end: meetings attended out of meetings held. */
export function ratioFigure({ place, entries }: Scored): Figure {
  const value = total(entries.map((entry) => exact(entry.value ?? '0')));
  const outOf = total(entries.map((entry) => exact(entry.outOf ?? '0')));
  const of = entries.map((entry) =>
    figure(place, 'entry', exact(entry.value ?? '0'), { entries: [entry.id], values: { outOf: entry.outOf ?? '0' } }),
  );
  return compare(outOf, zero) > 0 ? figure(place, 'share', dividedBy(value, outOf), { of }) : absent(place, { of });
}

function pledgesDue({ run, item, window }: Scored): readonly PledgeFact[] {
  return (run.facts.pledges ?? [])
    .filter((pledge) => pledge.item === item.id && pledge.due.some((month) => within(window, month)))
    .toSorted((left, right) => (left.id < right.id ? -1 : 1));
}
const within = ({ from, to }: Scored['window'], month: string): boolean => monthNumber(month) >= from && monthNumber(month) <= to;

/** Regulation 2-1: how far the pledges due were fulfilled: Σ weight × rate ÷ Σ weight. */
export function fulfilmentFigure(scored: Scored, rates: readonly Option[]): Figure {
  const { place, entries } = scored;
  const steps: Known[] = [];
  let weights = zero;
  for (const pledge of pledgesDue(scored)) {
    const of = entries.filter((entry) => entry.pledge === pledge.id);
    const rate = rates.find(({ id }) => id === of.at(-1)?.choice);
    if (of.length !== 1 || !rate) {
      const code = of.length > 1 ? 'more-than-one-entry' : 'pledge-not-appraised';
      if (entries.length > 0) report(scored.run, code, place, { entries: idsOf(of), values: { pledge: pledge.title } });
      return absent(place, { entries: idsOf(entries), values: { pledge: pledge.title } });
    }
    const values = { pledge: pledge.title, kind: pledge.kind, weight: String(pledge.weight), option: rate.title, rate: rate.value };
    weights = plus(weights, whole(pledge.weight));
    steps.push(figure(place, 'pledge', times(exact(rate.value), whole(pledge.weight)), { entries: idsOf(of), values }));
  }
  if (steps.length === 0) return absent(place);
  return figure(place, 'share', dividedBy(total(steps.map(({ value }) => value)), weights), { of: steps });
}

/** Each group's own figure, combined by the weights of the groups; unknown while one group has none. */
function byElectorate(scored: Scored, electorates: readonly Electorate[], one: (entries: readonly FactEntry[]) => Figure): Figure {
  const { run, place, entries } = scored;
  if (entries.length === 0) return absent(place);
  const shares = electorates.map((electorate) => ({
    electorate,
    part: one(entries.filter((entry) => entry.electorate === electorate.id)),
  }));
  const known = shares.flatMap(({ electorate, part }) => (isKnown(part) ? [{ weight: run.ready.number(electorate.weight), part }] : []));
  for (const { electorate, part } of shares) {
    const { entries: of } = part.step;
    if (!isKnown(part)) report(run, 'electorate-did-not-vote', place, { entries: of, values: { electorate: electorate.title } });
  }
  if (known.length < shares.length) return absent(place, { of: shares.map(({ part }) => part) });
  const [first] = known;
  return known.length === 1 && first ? first.part : weightedFigure(place, known);
}

/** Votes by option, each option with its own worth, divided by the votes given. */
export function tallyFigure(scored: Scored, options: readonly Option[], electorates: readonly Electorate[]): Figure {
  const { place } = scored;
  return byElectorate(scored, electorates, (entries) => {
    const votes = options.map(({ id, title, value }) => {
      const count = entries.reduce((sum, entry) => sum + (own(entry.votes, id) ?? 0), 0);
      const values = { option: title, count: String(count), worth: value };
      return { count, step: figure(place, 'vote', times(exact(value), whole(count)), { values, entries: idsOf(entries) }) };
    });
    const cast = votes.reduce((sum, { count }) => sum + count, 0);
    if (cast === 0) return absent(place, { entries: idsOf(entries) });
    const worth = total(votes.map(({ step }) => step.value));
    return figure(place, 'share', dividedBy(worth, whole(cast)), { of: votes.map(({ step }) => step), values: { outOf: String(cast) } });
  });
}

/** The mean of several people's ratings, without some of the highest and of the lowest. */
export function ratingsFigure(
  scored: Scored,
  electorates: readonly Electorate[],
  leaveOut: { readonly highest: number; readonly lowest: number },
): Figure {
  const { place } = scored;
  return byElectorate(scored, electorates, (entries) => {
    if (entries.length === 0) return absent(place);
    const given = entries.map((entry) => figure(place, 'entry', exact(entry.value ?? '0'), { entries: [entry.id] }));
    const kept = given.toSorted((left, right) => compare(left.value, right.value)).slice(leaveOut.lowest, given.length - leaveOut.highest);
    if (given.length <= leaveOut.highest + leaveOut.lowest) {
      report(scored.run, 'too-few-ratings', place, { entries: idsOf(entries), values: { count: String(given.length) } });
      return absent(place, { of: given });
    }
    const values = { divisor: String(kept.length), leftOut: String(given.length - kept.length) };
    return figure(place, 'mean', dividedBy(total(kept.map(({ value }) => value)), whole(kept.length)), { of: kept, values });
  });
}
