import { childrenOf, type Placed } from '../engine/prepare.ts';
import { divides } from '../engine/window.ts';
import type { Condition } from '../language/condition.ts';
import type { ScoringScheme } from '../language/scoring-scheme.ts';
import { error, type Finding } from './finding.ts';

type Nodes = ReadonlyMap<string, Placed>;

type Asked = { readonly condition: Condition; readonly path: string };

/** Every simple condition within a condition. */
export function simple(condition: Condition, path: string): readonly Asked[] {
  if (condition.kind === 'not') return simple(condition.of, `${path}/of`);
  if (condition.kind !== 'all' && condition.kind !== 'any') return [{ condition, path }];
  return condition.of.flatMap((part, index) => simple(part, `${path}/of/${index}`));
}

/** Every condition of a scheme, with its place. */
export function conditionsOf({ overrides = [], ladders = [], proposals = [] }: ScoringScheme, nodes: Nodes): readonly Asked[] {
  const rungs = ladders.flatMap((ladder, index) =>
    ladder.rungs.map(({ when }, row) => ({ condition: when, path: `/ladders/${index}/rungs/${row}/when` })),
  );
  return [
    ...[...nodes.values()].flatMap(({ node, path }) =>
      node.kind === 'when' ? [{ condition: node.condition, path: `${path}/condition` }] : [],
    ),
    ...overrides.map(({ when }, index) => ({ condition: when, path: `/overrides/${index}/when` })),
    ...rungs,
    ...proposals.map(({ when }, index) => ({ condition: when, path: `/proposals/${index}/when` })),
  ];
}

const beforeScoring: ReadonlySet<Condition['kind']> = new Set(['entries', 'decision', 'class', 'standing', 'months']);
const whileScoring: ReadonlySet<Condition['kind']> = new Set([...beforeScoring, 'score', 'month', 'consecutive']);

function tooEarly(condition: Condition, path: string, allowed: ReadonlySet<Condition['kind']>): readonly Finding[] {
  return simple(condition, path)
    .filter((one) => !allowed.has(one.condition.kind))
    .map((one) => error('condition-too-early', one.path, { kind: one.condition.kind }));
}

/** Whether a score is of the condition's own period, and a row of periods of the part's own kind. */
function ofPeriod(nodes: Nodes, { condition, path }: Asked, period: Placed['period']): readonly Finding[] {
  if (condition.kind !== 'score' && condition.kind !== 'consecutive') return [];
  const expected = condition.kind === 'score' ? period : condition.each;
  const asked = nodes.get(condition.of)?.period;
  return asked === undefined || asked === expected ? [] : [error('reference-out-of-period', `${path}/of`, { node: condition.of })];
}

/** A condition of the year may ask about the year's results; `consecutive` about those of its own periods. */
function ofTheYear(nodes: Nodes, condition: Condition, path: string): readonly Finding[] {
  return simple(condition, path).flatMap((one) => {
    const asked = one.condition;
    if (asked.kind === 'month') return [error('month-needs-a-period', one.path)];
    return ofPeriod(nodes, one, 'year');
  });
}

function ofResult(nodes: Nodes, placed: Placed): readonly Finding[] {
  const { node, path, period } = placed;
  if (node.kind !== 'item' || node.measure.kind !== 'result') return [];
  const { of, when } = node.measure;
  const target = nodes.get(of);
  if (!target) return [];
  const fits =
    when === 'previous-year' ? target.period === 'year' : target.period === period && (when === 'this-period' || period !== 'year');
  return fits ? [] : [error('reference-out-of-period', `${path}/measure/of`, { node: of })];
}

function ofWhen(nodes: Nodes, { node, path, period }: Placed): readonly Finding[] {
  if (node.kind !== 'when') return [];
  const asked = simple(node.condition, `${path}/condition`);
  const outside = asked.flatMap((one) => ofPeriod(nodes, one, period));
  const rows = asked.flatMap(({ condition, path: at }) =>
    condition.kind === 'consecutive' && condition.each !== period && !(condition.each !== 'year' && divides(condition.each, period))
      ? [error('period-does-not-divide', `${at}/each`, { each: condition.each, within: period })]
      : [],
  );
  const months = asked.filter((one) => one.condition.kind === 'month' && period === 'year');
  return [
    ...tooEarly(node.condition, `${path}/condition`, whileScoring),
    ...outside,
    ...rows,
    ...months.map((one) => error('month-needs-a-period', one.path)),
  ];
}

function ofPeriods({ node, path, period }: Placed): readonly Finding[] {
  if (node.kind !== 'over-periods' || divides(node.each, period)) return [];
  return [error('period-does-not-divide', `${path}/each`, { each: node.each, within: period })];
}

/** What has to be known before a node. */
function needs({ node, path }: Placed): readonly string[] {
  const parts = childrenOf(node, path).map((child) => child.node.id);
  if (node.kind === 'item') return node.measure.kind === 'result' && node.measure.when === 'this-period' ? [node.measure.of] : [];
  if (node.kind !== 'when') return parts;
  return [
    ...parts,
    ...simple(node.condition, '').flatMap(({ condition }) =>
      condition.kind === 'score' || condition.kind === 'consecutive' ? [condition.of] : [],
    ),
  ];
}

/** The depth of nested parts: far more than people write, far less than the stack allows. */
const deepest = 200;

function circles(nodes: Nodes): readonly Finding[] {
  const findings: Finding[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const visit = (id: string, depth: number): void => {
    const placed = nodes.get(id);
    if (!placed || state.get(id) === 'done') return;
    if (state.get(id) === 'open') {
      findings.push(error('circular-reference', placed.path, { node: id }));
      return;
    }
    if (depth > deepest) {
      findings.push(error('reference-too-deep', placed.path, { node: id, most: String(deepest) }));
      return;
    }
    state.set(id, 'open');
    for (const needed of needs(placed)) visit(needed, depth + 1);
    state.set(id, 'done');
  };
  for (const id of nodes.keys()) visit(id, 1);
  return findings;
}

function ofRules(scheme: ScoringScheme, nodes: Nodes): readonly Finding[] {
  const overrides = (scheme.overrides ?? []).flatMap(({ when, effect }, index) => {
    const path = `/overrides/${index}/when`;
    return effect.kind === 'result-is' ? tooEarly(when, path, beforeScoring) : ofTheYear(nodes, when, path);
  });
  const ladders = (scheme.ladders ?? []).flatMap(({ rungs }, index) =>
    rungs.flatMap(({ when }, row) => ofTheYear(nodes, when, `/ladders/${index}/rungs/${row}/when`)),
  );
  const proposals = (scheme.proposals ?? []).flatMap(({ when }, index) => ofTheYear(nodes, when, `/proposals/${index}/when`));
  const graded = nodes.get(scheme.grading?.of ?? '');
  const grading = graded && graded.period !== 'year' ? [error('reference-out-of-period', '/grading/of', { node: graded.node.id })] : [];
  return [...overrides, ...ladders, ...proposals, ...grading];
}

/** Whether everything that a scheme refers to is known when it is needed. */
export function checkReferences(scheme: ScoringScheme, nodes: Nodes): readonly Finding[] {
  const placed = [...nodes.values()];
  return [
    ...placed.flatMap((one) => [...ofResult(nodes, one), ...ofWhen(nodes, one), ...ofPeriods(one)]),
    ...circles(nodes),
    ...ofRules(scheme, nodes),
  ];
}
