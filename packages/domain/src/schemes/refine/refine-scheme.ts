import { parseExact } from '../../points/exact.ts';
import { ok, type Result, refuse } from '../../result.ts';
import { checkScheme } from '../check/check-scheme.ts';
import { error, type Finding, isError } from '../check/finding.ts';
import { placedNodes } from '../engine/prepare.ts';
import { lies, parseInterval } from '../language/interval.ts';
import type { Item, SchemeNode } from '../language/node.ts';
import type { Change, Latitude, SchemeRefinement } from '../language/refinement.ts';
import type { ScoringScheme } from '../language/scoring-scheme.ts';

const worthOf = (worth: string): Pick<Item, 'measure' | 'each'> => ({ measure: { kind: 'count' }, each: [{ kind: 'times', by: worth }] });

/** An item whose single entry is worth one number: counted, or with a usual worth. */
function hasWorth(node: SchemeNode): node is Item {
  if (node.kind !== 'item') return false;
  const { measure, each = [] } = node;
  if (measure.kind === 'value') return measure.usual !== undefined && each.length === 0;
  return measure.kind === 'count' && each.length <= 1 && each.every(({ kind }) => kind === 'times');
}

const worthing = (item: Item, worth: string): Item =>
  item.measure.kind === 'value' ? { ...item, measure: { ...item.measure, usual: worth } } : { ...item, ...worthOf(worth) };

function latitudeFor({ latitude = [] }: ScoringScheme, change: Change): Latitude | undefined {
  const kind = change.kind === 'add-item' ? 'add-items' : 'set-worth';
  return latitude.find((one) => one.kind === kind && one.part === change.part);
}

function judge(scheme: ScoringScheme, change: Change, earlier: readonly Change[], path: string): readonly Finding[] {
  const allowed = latitudeFor(scheme, change);
  const node = placedNodes(scheme).find((placed) => placed.node.id === change.part)?.node;
  const fits = node !== undefined && (change.kind === 'add-item' ? node.kind === 'sum' : hasWorth(node));
  if (!allowed || !fits) return [error('not-allowed', `${path}/part`, { text: change.part })];
  const [worth, range] = [parseExact(change.worth), parseInterval(allowed.worth)];
  const added = earlier.filter((one) => one.kind === 'add-item' && one.part === change.part).length;
  return [
    ...(worth && range && lies(worth, range)
      ? []
      : [error('out-of-range', `${path}/worth`, { value: change.worth, range: allowed.worth })]),
    ...(allowed.kind === 'add-items' && added >= allowed.atMost ? [error('too-many-items', path, { most: String(allowed.atMost) })] : []),
  ];
}

function changed(node: SchemeNode, change: Change): SchemeNode {
  if (node.id === change.part) {
    if (change.kind === 'set-worth') return hasWorth(node) ? worthing(node, change.worth) : node;
    const { id, title, worth, requires } = change;
    const item: Item = { kind: 'item', id, title, ...worthOf(worth), ...(requires ? { requires } : {}) };
    return node.kind === 'sum' ? { ...node, parts: [...node.parts, item] } : node;
  }
  switch (node.kind) {
    case 'item':
      return node;
    case 'over-periods':
      return { ...node, part: changed(node.part, change) };
    case 'when':
      return { ...node, part: changed(node.part, change), ...(node.otherwise ? { otherwise: changed(node.otherwise, change) } : {}) };
    case 'weighted':
      return { ...node, parts: node.parts.map(({ weight, part }) => ({ weight, part: changed(part, change) })) };
    default:
      return { ...node, parts: node.parts.map((part) => changed(part, change)) };
  }
}

/** Regulation 2-1: an organisation's refinement of its superior's scheme, within its latitude; or every place outside it. */
export function refineScheme(parent: ScoringScheme, refinement: SchemeRefinement): Result<ScoringScheme, readonly Finding[]> {
  const { changes } = refinement;
  if (refinement.parent.id !== parent.id || refinement.parent.version !== parent.version) {
    return refuse([error('another-parent', '/parent', { parent: `${parent.id} ${parent.version}` })]);
  }
  const beyond = changes.flatMap((change, index) => judge(parent, change, changes.slice(0, index), `/changes/${index}`));
  if (beyond.length > 0) return refuse(beyond);
  const { latitude: _settled, apart, ...rest } = parent;
  const { id, version, title } = refinement;
  const refined: ScoringScheme = {
    ...rest,
    id,
    version,
    title,
    score: changes.reduce(changed, parent.score),
    ...(apart ? { apart: apart.map((node) => changes.reduce(changed, node)) } : {}),
  };
  const findings = checkScheme(refined).filter(isError);
  return findings.length > 0 ? refuse(findings) : ok(refined);
}
