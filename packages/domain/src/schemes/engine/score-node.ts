import { exact, times, whole } from '../../points/exact.ts';
import { assertNever } from '../../result.ts';
import type { SchemeNode, Selection } from '../language/node.ts';
import { adjusted, withinBounds } from './adjust.ts';
import { holds } from './condition.ts';
import {
  absent,
  apart,
  chosenFigure,
  type Figure,
  figure,
  isKnown,
  type Known,
  type Place,
  type Step,
  sumFigure,
  weightedFigure,
} from './figure.ts';
import { measured, placeOf } from './measure.ts';
import type { Placed } from './prepare.ts';
import { overPeriods, selectedFigure } from './rollup.ts';
import { isFor, isOver, numberOf, type Run, report } from './run.ts';
import { seenBy } from './seen.ts';
import type { Window } from './window.ts';

type Part = { readonly node: SchemeNode; readonly figure: Figure };

function partsOf(run: Run, nodes: readonly SchemeNode[], window: Window): readonly Part[] {
  return nodes.flatMap((node) => {
    const scored = figureOf(run, node.id, window);
    return scored === null ? [] : [{ node, figure: scored }];
  });
}

/** A required part that is unknown: reported and left out, never counted as 0. */
function reportMissing(run: Run, parts: readonly Part[]): void {
  for (const { node, figure: part } of parts) {
    if (isKnown(part) || node.absent === 'nothing') continue;
    report(run, 'part-missing', { node: node.id, period: part.step.period });
  }
}

const figuresOf = (parts: readonly Part[]): readonly Figure[] => parts.map((part) => part.figure);
const knownOf = (parts: readonly Part[]): readonly Known[] => apart(figuresOf(parts)).known;
const restOf = (parts: readonly Part[]): readonly Figure[] => apart(figuresOf(parts)).unknown;

function sumNode(run: Run, place: Place, parts: readonly Part[], window: Window): Figure {
  const known = knownOf(parts);
  if (known.length === 0) return absent(place, { of: restOf(parts) });
  if (isOver(run, window)) reportMissing(run, parts);
  return sumFigure(place, known, restOf(parts));
}

function productNode(run: Run, place: Place, parts: readonly Part[], window: Window): Figure {
  const rest = restOf(parts);
  const counted = parts.filter(({ node, figure: part }) => isKnown(part) || node.absent !== 'nothing');
  if (rest.length > 0 && isOver(run, window)) reportMissing(run, parts);
  const known = knownOf(parts);
  if (known.length === 0 || known.length < counted.length) return absent(place, { of: figuresOf(parts) });
  const product = known.reduce((soFar, part) => times(soFar, part.value), whole(1));
  return figure(place, 'product', product, { of: known });
}

function weightedNode(run: Run, place: Place, node: Extract<SchemeNode, { kind: 'weighted' }>, window: Window): Figure {
  const scored = node.parts.map(({ weight, part }) => ({ weight, parts: partsOf(run, [part], window) }));
  const all = scored.flatMap(({ parts }) => parts);
  const known = scored.flatMap(({ weight, parts }) => knownOf(parts).map((part) => ({ weight: numberOf(run, weight, window), part })));
  if (known.length === 0) return absent(place, { of: restOf(all) });
  if (isOver(run, window)) reportMissing(run, all);
  return weightedFigure(place, known);
}

const rests = (step: Step): boolean => step.entries.length > 0 || step.of.some(rests);

/** The parts with entries; without any entry all known parts, equal ones counted once. */
function candidates(parts: readonly Part[]): readonly Part[] {
  const known = parts.filter((part) => isKnown(part.figure));
  const entered = known.filter((part) => rests(part.figure.step));
  if (entered.length > 0) return entered;
  return known.filter((part, index) => known.findIndex((one) => one.figure.step.result === part.figure.step.result) === index);
}

function chooseOne(run: Run, place: Place, parts: readonly Part[]): Figure {
  const left = candidates(parts);
  const known = knownOf(left);
  const [first] = known;
  if (first === undefined) return absent(place, { of: restOf(parts) });
  if (known.length === 1) return chosenFigure(place, 'chosen', first, [first]);
  report(run, 'more-than-one-part', place, { values: { parts: left.map(({ node }) => node.title).join('、') } });
  return absent(place, { of: known });
}

function whenNode(run: Run, place: Place, node: Extract<SchemeNode, { kind: 'when' }>, window: Window): Figure | null {
  const answer = holds(run, node.condition, window, { figureOf });
  if (answer === null) return absent(place);
  const chosen = answer ? node.part : node.otherwise;
  const scored = chosen === undefined ? null : figureOf(run, chosen.id, window);
  if (scored === null) return null;
  if (!isKnown(scored)) return absent(place, { of: [scored] });
  const values = { holds: answer ? 'yes' : 'no', ...seenBy(run, node.condition, window, { figureOf }) };
  return figure(place, 'when', scored.value, { of: [scored], values });
}

/** Of the highest, a missing part may be skipped while enough are known; of the lowest it may not, because it might be the lowest. */
function needsAll({ order, take }: Selection, known: number): boolean {
  return order === 'lowest' || known < take;
}

function selectNode(run: Run, place: Place, node: Extract<SchemeNode, { kind: 'select' }>, window: Window): Figure {
  const parts = partsOf(run, node.parts, window);
  const known = knownOf(parts).length;
  if (known > 0 && isOver(run, window) && needsAll(node, known)) reportMissing(run, parts);
  return selectedFigure(place, node, figuresOf(parts));
}

function periodsNode(run: Run, place: Place, node: Extract<SchemeNode, { kind: 'over-periods' }>, window: Window): Figure {
  const { result, parts } = overPeriods(run, place, node, window, (period) => figureOf(run, node.part.id, period));
  const known = parts.filter(isKnown).length;
  const everyPeriodCounts = node.by.kind === 'select' ? needsAll(node.by, known) : node.by.kind !== 'mean-of-present';
  const scored = parts.map((part) => ({ node: node.part, figure: part }));
  if (everyPeriodCounts && isKnown(result) && isOver(run, window)) reportMissing(run, scored);
  return result;
}

function combined(run: Run, placed: Placed, place: Place, window: Window): Figure | null {
  const { node } = placed;
  switch (node.kind) {
    case 'item':
      return measured(run, placed, node, window, figureOf);
    case 'sum':
      return sumNode(run, place, partsOf(run, node.parts, window), window);
    case 'product':
      return productNode(run, place, partsOf(run, node.parts, window), window);
    case 'weighted':
      return weightedNode(run, place, node, window);
    case 'select':
      return selectNode(run, place, node, window);
    case 'choose-one':
      return chooseOne(run, place, partsOf(run, node.parts, window));
    case 'when':
      return whenNode(run, place, node, window);
    case 'over-periods':
      return periodsNode(run, place, node, window);
    default:
      return assertNever(node);
  }
}

function overridden(run: Run, place: Place, computed: Figure): Figure {
  const override = run.overridden.get(place.node);
  if (override?.effect.kind !== 'result-is') return computed;
  return figure(place, 'override', exact(override.effect.value), { of: [computed], values: { override: override.title } });
}

function scored(run: Run, placed: Placed, window: Window): Figure | null {
  if (!isFor(run, placed, window)) return null;
  const { node } = placed;
  const place = placeOf(node.id, window, node.clause);
  const around = { run, place, window };
  const raw = combined(run, placed, place, window);
  if (raw === null) return null;
  return overridden(run, place, withinBounds(around, adjusted(around, raw, node.adjust), node.bounds));
}

/** A node's result in a period, computed once; null where the node does not apply to this member. */
export function figureOf(run: Run, id: string, window: Window): Figure | null {
  const placed = run.ready.nodes.get(id);
  if (!placed) throw new Error(`no such node in a checked scheme: ${id}`);
  const known = run.figures.get(id) ?? new Map<string, Figure | null>();
  run.figures.set(id, known);
  const found = known.get(window.label);
  if (found !== undefined) return found;
  const made = scored(run, placed, window);
  known.set(window.label, made);
  return made;
}
