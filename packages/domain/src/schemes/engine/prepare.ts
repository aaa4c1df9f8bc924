import { type Exact, exact } from '../../points/exact.ts';
import { type Interval, type IntervalText, interval } from '../language/interval.ts';
import type { SubPeriod } from '../language/measure.ts';
import type { SchemeNode } from '../language/node.ts';
import type { ScoringScheme } from '../language/scoring-scheme.ts';

/** A node with everything that follows from its place in the tree. */
export type Placed = {
  readonly node: SchemeNode;
  /** Where it stands in the file: `/score/parts/0`. */
  readonly path: string;
  readonly parent: Placed | null;
  /** The node whose periods it is scored in; null for the year. */
  readonly scope: string | null;
  readonly period: SubPeriod | 'year';
  /** Its classes and those of the nodes above; null for everybody. */
  readonly classes: readonly string[] | null;
};

/** A scheme ready to be evaluated many times. */
export type PreparedScheme = {
  readonly scheme: ScoringScheme;
  readonly nodes: ReadonlyMap<string, Placed>;
  readonly number: (text: string) => Exact;
  readonly interval: (text: IntervalText) => Interval;
};

type Child = { readonly node: SchemeNode; readonly path: string };

/** The parts of a node, with their places in the file. */
export function childrenOf(node: SchemeNode, path: string): readonly Child[] {
  switch (node.kind) {
    case 'item':
      return [];
    case 'over-periods':
      return [{ node: node.part, path: `${path}/part` }];
    case 'when':
      return [{ node: node.part, path: `${path}/part` }, ...(node.otherwise ? [{ node: node.otherwise, path: `${path}/otherwise` }] : [])];
    case 'weighted':
      return node.parts.map(({ part }, index) => ({ node: part, path: `${path}/parts/${index}/part` }));
    default:
      return node.parts.map((part, index) => ({ node: part, path: `${path}/parts/${index}` }));
  }
}

const both = (outer: readonly string[] | null, inner: readonly string[] | undefined): readonly string[] | null =>
  inner === undefined ? outer : outer === null ? inner : inner.filter((name) => outer.includes(name));

function place({ node, path }: Child, parent: Placed | null): Placed {
  const within = parent?.node.kind === 'over-periods' ? parent.node : null;
  return {
    node,
    path,
    parent,
    scope: within ? within.id : (parent?.scope ?? null),
    period: within ? within.each : (parent?.period ?? 'year'),
    classes: both(parent?.classes ?? null, node.for),
  };
}

/** Every node of a scheme, from the top, whether or not its id is used twice. */
export function placedNodes(scheme: ScoringScheme): readonly Placed[] {
  const found: Placed[] = [];
  const visit = (child: Child, parent: Placed | null): void => {
    const placed = place(child, parent);
    found.push(placed);
    for (const part of childrenOf(placed.node, placed.path)) visit(part, placed);
  };
  visit({ node: scheme.score, path: '/score' }, null);
  scheme.apart?.forEach((node, index) => {
    visit({ node, path: `/apart/${index}` }, null);
  });
  return found;
}

function remembered<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    known.set(text, made);
    return made;
  };
}

/** Indexes a checked scheme. */
export function indexed(scheme: ScoringScheme): PreparedScheme {
  return {
    scheme,
    nodes: new Map(placedNodes(scheme).map((placed) => [placed.node.id, placed])),
    number: remembered(exact),
    interval: remembered(interval),
  };
}
