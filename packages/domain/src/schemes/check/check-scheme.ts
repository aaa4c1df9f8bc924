import { parseExact } from '../../points/exact.ts';
import { type Placed, placedNodes } from '../engine/prepare.ts';
import { lies, parseInterval } from '../language/interval.ts';
import type { Adjustment, Value } from '../language/measure.ts';
import type { SchemeNode } from '../language/node.ts';
import type { ScoringScheme } from '../language/scoring-scheme.ts';
import { checkReferences } from './check-references.ts';
import { error, type Finding } from './finding.ts';
import { type Mention, type MentionKind, mentionsIn } from './mentions.ts';

type Named = { readonly id: string };

function duplicates(named: readonly Named[], path: (index: number) => string): readonly Finding[] {
  const first = new Map(named.map(({ id }, index) => [id, index] as const).toReversed());
  return named.flatMap(({ id }, index) => (first.get(id) === index ? [] : [error('id-used-twice', path(index), { id })]));
}

/** Whether a node uses entries of the facts. */
export function takesEntries(node: SchemeNode): boolean {
  return node.kind === 'item' && node.measure.kind !== 'fixed' && node.measure.kind !== 'result';
}

function unknownNames(scheme: ScoringScheme, placed: readonly Placed[]): readonly Finding[] {
  const known: Readonly<Record<Exclude<MentionKind, 'number' | 'interval'>, ReadonlySet<string>>> = {
    node: new Set(placed.map(({ node }) => node.id)),
    item: new Set(placed.filter(({ node }) => takesEntries(node)).map(({ node }) => node.id)),
    class: new Set(scheme.classes?.map(({ id }) => id)),
    plan: new Set(scheme.plans?.map(({ id }) => id)),
    grade: new Set(scheme.grading?.grades.map(({ id }) => id)),
  };
  const judge = ({ kind, text, path }: Mention): readonly Finding[] => {
    if (kind === 'number') return parseExact(text) ? [] : [error('not-a-number', path, { text })];
    if (kind === 'interval') return parseInterval(text) ? [] : [error('not-an-interval', path, { text })];
    return known[kind].has(text) ? [] : [error(`unknown-${kind}`, path, { text })];
  };
  return mentionsIn(scheme).flatMap(judge);
}

/** Every value by class covers every class, or has `otherwise`. */
function uncoveredClasses(scheme: ScoringScheme): readonly Finding[] {
  const findings: Finding[] = [];
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('byClass' in value && !('otherwise' in value)) {
      const { byClass } = value as Extract<Value, { byClass: unknown }>;
      const left = (scheme.classes ?? []).filter(({ id }) => !Object.hasOwn(byClass, id));
      if (left.length > 0) findings.push(error('class-without-value', path, { classes: left.map(({ title }) => title).join('、') }));
    }
    for (const [key, inner] of Object.entries(value)) visit(inner, `${path}/${key}`);
  };
  visit(scheme, '');
  return findings;
}

function marksWithoutEntry({ node, path }: Placed): readonly Finding[] {
  const index = (node.adjust ?? []).findIndex(({ kind }) => kind === 'if-marked');
  return index < 0 ? [] : [error('marks-need-an-entry', `${path}/adjust/${index}`)];
}

const ofSingleEntries: ReadonlySet<string> = new Set(['count', 'value', 'choice', 'level']);

/** Adjustments and caps of single entries would be ignored silently where there are no single entries. */
function perEntry({ node, path }: Placed): readonly Finding[] {
  if (node.kind !== 'item') return [];
  const { measure, each = [], caps = [] } = node;
  const single = ofSingleEntries.has(measure.kind);
  const sums = single && (!('together' in measure) || measure.together === 'sum');
  return [
    ...(each.length > 0 && !single ? [error('needs-single-entries', `${path}/each`, { measure: measure.kind })] : []),
    ...(caps.length > 0 && !sums ? [error('caps-need-a-sum', `${path}/caps`)] : []),
  ];
}

/** A usual worth that nobody could state. */
function usualWorth({ node, path }: Placed): readonly Finding[] {
  if (node.kind !== 'item' || node.measure.kind !== 'value') return [];
  const { usual, range } = node.measure;
  const [value, interval] = [parseExact(usual ?? ''), parseInterval(range ?? '')];
  if (usual === undefined || range === undefined || !value || !interval || lies(value, interval)) return [];
  return [error('out-of-range', `${path}/measure/usual`, { value: usual, range })];
}

type Sized = { readonly path: string; readonly value: number; readonly from: number; readonly to: number };
const most = 10_000;

function roundings(path: string, chain: readonly Adjustment[] = []): readonly Sized[] {
  return chain.flatMap((one, index) =>
    one.kind === 'round' ? [{ path: `${path}/${index}/places`, value: one.places, from: 0, to: 6 }] : [],
  );
}

function sizesOf({ node, path }: Placed): readonly Sized[] {
  const leftOut = node.kind === 'item' && node.measure.kind === 'ratings' ? Object.entries(node.measure.leaveOut) : [];
  return [
    ...(node.kind === 'select' ? [{ path: `${path}/take`, value: node.take, from: 1, to: most }] : []),
    ...(node.kind === 'over-periods' && node.by.kind === 'select'
      ? [{ path: `${path}/by/take`, value: node.by.take, from: 1, to: most }]
      : []),
    ...roundings(`${path}/adjust`, node.adjust),
    ...(node.kind === 'item' ? roundings(`${path}/each`, node.each) : []),
    ...leftOut.map(([name, value]) => ({ path: `${path}/measure/leaveOut/${name}`, value, from: 0, to: most })),
  ];
}

function outOfRange(scheme: ScoringScheme, placed: readonly Placed[]): readonly Finding[] {
  const sizes: readonly Sized[] = [
    { path: '/year/startsInMonth', value: scheme.year.startsInMonth, from: 1, to: 12 },
    { path: '/places', value: scheme.places, from: 0, to: 6 },
    ...placed.flatMap(sizesOf),
  ];
  return sizes
    .filter(({ value, from, to }) => !Number.isInteger(value) || value < from || value > to)
    .map(({ path, value, from, to }) => error('out-of-range', path, { value: String(value), range: `[${from},${to}]` }));
}

/** The errors that prevent an evaluation of a scheme; without errors every case is decided. */
export function checkScheme(scheme: ScoringScheme): readonly Finding[] {
  const placed = placedNodes(scheme);
  const lists = { classes: scheme.classes, plans: scheme.plans, overrides: scheme.overrides, quotas: scheme.quotas, lists: scheme.lists };
  const more = { ladders: scheme.ladders, proposals: scheme.proposals, 'grading/grades': scheme.grading?.grades };
  const twice = [
    ...duplicates(
      placed.map(({ node }) => node),
      (index) => `${placed[index]?.path}/id`,
    ),
    ...Object.entries({ ...lists, ...more }).flatMap(([name, named]) => duplicates(named ?? [], (index) => `/${name}/${index}/id`)),
  ];
  const found = [
    ...twice,
    ...unknownNames(scheme, placed),
    ...uncoveredClasses(scheme),
    ...placed.flatMap(marksWithoutEntry),
    ...placed.flatMap(perEntry),
    ...placed.flatMap(usualWorth),
    ...outOfRange(scheme, placed),
  ];
  const nodes = new Map(placed.map((one) => [one.node.id, one]));
  return [...found, ...checkReferences(scheme, nodes)];
}
