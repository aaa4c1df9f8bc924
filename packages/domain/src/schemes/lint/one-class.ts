import { own } from '../engine/own.ts';
import type { Value } from '../language/measure.ts';
import type { SchemeNode } from '../language/node.ts';
import type { ScoringScheme } from '../language/scoring-scheme.ts';

const differs = (value: unknown): value is Extract<Value, { byClass: unknown }> =>
  typeof value === 'object' && value !== null && 'byClass' in value;

/** Every value within that differs by class, as it is for one class. */
function settled<T>(within: T, name: string): T {
  if (differs(within)) return (own(within.byClass, name) ?? within.otherwise ?? '0') as T;
  if (Array.isArray(within)) return within.map((one) => settled(one, name)) as T;
  if (typeof within !== 'object' || within === null) return within;
  return Object.fromEntries(Object.entries(within).map(([key, inner]) => [key, settled(inner, name)])) as T;
}

/** A part scored by the year uses one class, that of the year's beginning; entries and shorter periods may each have another. */
function ofYear(node: SchemeNode, name: string): SchemeNode {
  const { adjust, bounds } = node;
  const here = { ...node, ...(adjust && { adjust: settled(adjust, name) }), ...(bounds && { bounds: settled(bounds, name) }) };
  switch (here.kind) {
    case 'item':
      return { ...here, measure: settled(here.measure, name) };
    case 'over-periods':
      return here.partOfYear ? { ...here, partOfYear: settled(here.partOfYear, name) } : here;
    case 'weighted':
      return { ...here, parts: here.parts.map(({ weight, part }) => ({ weight: settled(weight, name), part: ofYear(part, name) })) };
    case 'when':
      return { ...here, part: ofYear(here.part, name), ...(here.otherwise && { otherwise: ofYear(here.otherwise, name) }) };
    default:
      return { ...here, parts: here.parts.map((part) => ofYear(part, name)) };
  }
}

/** A part without the subparts that do not apply to a class; null where nothing is left. */
function left(node: SchemeNode, name: string): SchemeNode | null {
  const { for: classes, ...rest } = node;
  if (classes !== undefined && !classes.includes(name)) return null;
  const here: SchemeNode = rest;
  switch (here.kind) {
    case 'item':
      return here;
    case 'over-periods': {
      const part = left(here.part, name);
      return part && { ...here, part };
    }
    case 'when': {
      const { otherwise: other, ...gate } = here;
      const [part, otherwise] = [left(here.part, name), other ? left(other, name) : null];
      if (!part || !otherwise) return (part ?? otherwise) && { ...gate, part: (part ?? otherwise) as SchemeNode };
      return { ...gate, part, otherwise };
    }
    case 'weighted': {
      const parts = here.parts.flatMap(({ weight, part: whole }) => {
        const part = left(whole, name);
        return part ? [{ weight, part }] : [];
      });
      return parts.length === 0 ? null : { ...here, parts };
    }
    default: {
      const parts = here.parts.flatMap((part) => left(part, name) ?? []);
      return parts.length === 0 ? null : { ...here, parts };
    }
  }
}

/** A scheme for a member who always belongs to one class; null where nothing is scored. */
export function schemeOfClass(scheme: ScoringScheme, name: string): ScoringScheme | null {
  const score = left(settled(scheme.score, name), name);
  const apart = (scheme.apart ?? []).flatMap((node) => left(settled(node, name), name) ?? []);
  return score && { ...scheme, score, apart };
}

/** A scheme as it applies to each of its classes; the scheme itself where it has none. */
export function classByClass(scheme: ScoringScheme): readonly ScoringScheme[] {
  const { classes = [], score, apart = [] } = scheme;
  if (classes.length === 0) return [scheme];
  return classes.map(({ id }) => ({ ...scheme, score: ofYear(score, id), apart: apart.map((node) => ofYear(node, id)) }));
}
