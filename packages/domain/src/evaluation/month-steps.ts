import { type Points, points } from '../points/points.ts';
import type { Step } from '../schemes/engine/figure.ts';

/** The first step that matches: this one, or one below it. */
export function stepWhere(step: Step, holds: (step: Step) => boolean): Step | null {
  if (holds(step)) return step;
  for (const below of step.of) {
    const found = stepWhere(below, holds);
    if (found) return found;
  }
  return null;
}

/** The result of a step; 0 where it is unknown. */
export const resultOf = (step: Step | null): Points => points(step?.result ?? '0');

/** Reading A14: what lies beyond a part's cap or floor of the year so far. */
export const surplusIn = (part: Step | null): Points => (part?.rule === 'surplus-so-far' ? points(part.values.surplus ?? '0') : points(0));

const entryOf = (step: Step): string | undefined => stepWhere(step, ({ rule }) => rule === 'entry')?.entries[0];

/** The points of each entry of a part's items. */
export function entriesIn(part: Step | null): ReadonlyMap<string, Points> {
  const found = new Map<string, Points>();
  const visit = (step: Step): void => {
    const ofItem = step.rule === 'sum' && step.node !== part?.node;
    for (const one of step.of) {
      const id = ofItem ? entryOf(one) : undefined;
      if (id !== undefined) found.set(id, resultOf(one));
      else if (!ofItem) visit(one);
    }
  };
  if (part) visit(part);
  return found;
}
