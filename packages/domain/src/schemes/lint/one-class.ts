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

/** What is scored by the year goes by one class, that of the year's beginning; entries and shorter periods may each have another. */
function ofYear(node: SchemeNode, name: string): SchemeNode {
  const { adjust, bounds } = node;
  const here = { ...node, ...(adjust && { adjust: settled(adjust, name) }), ...(bounds && { bounds: settled(bounds, name) }) };
  switch (here.kind) {
    case 'item':
      return { ...here, measure: settled(here.measure, name) };
    case 'over-periods':
      return here.partOfYear ? { ...here, partOfYear: settled(here.partOfYear, name) } : here;
    case 'weighted':
      return { ...here, parts: here.parts.map(({ weight, part }) => ({ weight, part: ofYear(part, name) })) };
    case 'when':
      return { ...here, part: ofYear(here.part, name), ...(here.otherwise && { otherwise: ofYear(here.otherwise, name) }) };
    default:
      return { ...here, parts: here.parts.map((part) => ofYear(part, name)) };
  }
}

/** Regulation 2-1: a scheme as each of its classes meets it; the scheme itself where it has none. */
export function classByClass(scheme: ScoringScheme): readonly ScoringScheme[] {
  const { classes = [], score, apart = [] } = scheme;
  if (classes.length === 0) return [scheme];
  return classes.map(({ id }) => ({ ...scheme, score: ofYear(score, id), apart: apart.map((node) => ofYear(node, id)) }));
}
