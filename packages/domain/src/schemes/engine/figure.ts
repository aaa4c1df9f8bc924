import { dividedBy, type Exact, exactText, plus, times, whole, zero } from '../../points/exact.ts';

export type StepRule =
  | 'fixed'
  | 'entry'
  | 'vote'
  | 'pledge'
  | 'sum'
  | 'product'
  | 'weighted'
  | 'mean'
  | 'highest'
  | 'lowest'
  | 'last'
  | 'selected'
  | 'chosen'
  | 'when'
  | 'share'
  | 'reference'
  | 'carried'
  | 'first'
  | 'times'
  | 'plus'
  | 'free'
  | 'table'
  | 'at-most'
  | 'at-least'
  | 'within'
  | 'surplus-so-far'
  | 'round'
  | 'part-of-year'
  | 'override'
  | 'absent';

/** One step of the answer to "why this number": the rule, what it was applied to, and what came out. */
export type Step = {
  readonly node: string;
  readonly period: string;
  readonly rule: StepRule;
  /** Numbers and names of the rule itself. */
  readonly values: Readonly<Record<string, string>>;
  readonly of: readonly Step[];
  readonly entries: readonly string[];
  readonly clause?: string;
  /** null: unknown. */
  readonly result: string | null;
};

/** Where a step belongs. */
export type Place = { readonly node: string; readonly period: string; readonly clause?: string };

/** A number together with its step. Numbers are made here only, from the numbers of the steps that they name. */
export type Figure = { readonly value: Exact | null; readonly step: Step };
export type Known = Figure & { readonly value: Exact };

type Made = { readonly values?: Step['values']; readonly of?: readonly Figure[]; readonly entries?: readonly string[] };
const nothing: Step['values'] = {};
const none: readonly string[] = [];
const noSteps: readonly Step[] = [];

/** Without object spread: a county needs hundreds of thousands of these. */
function step({ node, period, clause }: Place, rule: StepRule, result: string | null, made: Made): Step {
  const { values = nothing, entries = none } = made;
  const of = made.of === undefined || made.of.length === 0 ? noSteps : made.of.map((one) => one.step);
  return clause === undefined
    ? { node, period, rule, values, of, entries, result }
    : { node, period, rule, values, of, entries, clause, result };
}

/** A number with its reason. */
export function figure(place: Place, rule: StepRule, value: Exact, made: Made = {}): Known {
  return { value, step: step(place, rule, exactText(value), made) };
}

/** An unknown number, which is not 0. */
export function absent(place: Place, made: Made = {}): Figure {
  return { value: null, step: step(place, 'absent', null, made) };
}

/** Whether a figure is known. */
export function isKnown(candidate: Figure): candidate is Known {
  return candidate.value !== null;
}

/** The known figures, and the others. */
export const apart = (figures: readonly Figure[]) => ({
  known: figures.filter(isKnown),
  unknown: figures.filter((one) => !isKnown(one)),
});

const sumOf = (parts: readonly Known[]): Exact => parts.reduce<Exact>((sum, part) => plus(sum, part.value), zero);

/** Regulation 1: the sum of additions and deductions; unknown parts are shown beside it. */
export function sumFigure(place: Place, parts: readonly Known[], beside: readonly Figure[] = []): Known {
  return figure(place, 'sum', sumOf(parts), { of: [...parts, ...beside] });
}

/** The sum divided by how many there are, or by how many there should be. */
export function meanFigure(
  place: Place,
  parts: readonly Known[],
  { divisor = parts.length, beside = [] as readonly Figure[] } = {},
): Known {
  const mean = dividedBy(sumOf(parts), whole(divisor));
  return figure(place, 'mean', mean, { of: [...parts, ...beside], values: { divisor: String(divisor) } });
}

/** The weighted sum of several parts. */
export function weightedFigure(place: Place, parts: readonly { readonly weight: Exact; readonly part: Known }[]): Known {
  const shares = parts.map(({ weight, part }) =>
    figure({ ...place, node: part.step.node }, 'times', times(part.value, weight), { of: [part], values: { by: exactText(weight) } }),
  );
  return figure(place, 'weighted', sumOf(shares), { of: shares });
}

/** The figure chosen from several. */
export function chosenFigure(place: Place, rule: 'highest' | 'lowest' | 'last' | 'chosen', chosen: Known, from: readonly Figure[]): Known {
  const others = from.filter((other) => other !== chosen);
  return figure(place, rule, chosen.value, { of: [chosen, ...others] });
}
