import { compare, dividedBy, exact, exactText, minus, plus, times, whole, zero } from '../../points/exact.ts';
import { takesEntries } from '../check/check-scheme.ts';
import { error, type Finding, warning } from '../check/finding.ts';
import type { Placed, PreparedScheme } from '../engine/prepare.ts';
import type { Electorate } from '../language/measure.ts';
import type { Item, SchemeNode } from '../language/node.ts';
import { monthsOf, ofEntry, ofInterval, ofStatement } from './range-of-items.ts';
import { mayBeNegative, type Ranges, rangeOf } from './range-of-nodes.ts';

/** An item without a cap beside parts that have one; a part that depends on another is capped there. */
function uncapped(ranges: Ranges, { node, path }: Placed): readonly Finding[] {
  if (node.kind !== 'sum' || node.bounds?.atMost !== undefined) return [];
  const isEndless = ({ id }: SchemeNode) => rangeOf(ranges, id).to === null;
  if (node.parts.every(isEndless)) return [];
  return node.parts.flatMap((part, index) =>
    takesEntries(part) && isEndless(part) ? [warning('uncapped-item', `${path}/parts/${index}`, { title: part.title })] : [],
  );
}

/** An item whose single entry has a fixed worth, as when it is entered once. */
function oneTime(item: Item): Item | null {
  const { measure } = item;
  const usual = measure.kind === 'count' ? '1' : measure.kind === 'value' ? measure.usual : undefined;
  if (usual !== undefined) return { ...item, measure: { kind: 'value', unit: '', range: `[${usual},${usual}]`, together: 'only' } };
  return measure.kind === 'choice' || measure.kind === 'level' ? item : null;
}

/** A single entry that is worth more than its component. */
function worth(ready: PreparedScheme, placed: Placed): readonly Finding[] {
  const { node, path, period } = placed;
  const once = node.kind === 'item' ? oneTime(node) : null;
  if (!once) return [];
  const { from, to } = ofEntry(ready.scheme, once, monthsOf[period]);
  for (let above = placed.parent; above && above.scope === placed.scope; above = above.parent) {
    const maximum = above.node.bounds?.atMost;
    if (typeof maximum !== 'string') continue;
    const beyond = (to && compare(to, exact(maximum)) > 0) || (from && compare(plus(from, exact(maximum)), zero) < 0);
    return beyond ? [warning('worth-beyond-maximum', path, { title: node.title, component: above.node.title, maximum })] : [];
  }
  return [];
}

const order = ['day', 'month', 'quarter', 'half-year', 'year'] as const;

function longCaps({ node, path, period }: Placed): readonly Finding[] {
  if (node.kind !== 'item') return [];
  return (node.caps ?? []).flatMap(({ per }, index) =>
    order.indexOf(per) > order.indexOf(period)
      ? [warning('cap-longer-than-period', `${path}/caps/${index}`, { title: node.title, per, period })]
      : [],
  );
}

function votes({ node, path }: Placed): readonly Finding[] {
  if (node.kind !== 'item' || !('electorates' in node.measure)) return [];
  const electorates: readonly Electorate[] = node.measure.electorates;
  const sum = electorates.reduce((total, { weight }) => plus(total, exact(weight)), zero);
  if (compare(sum, whole(1)) === 0) return [];
  return [error('weights-do-not-sum', `${path}/measure/electorates`, { title: node.title, sum: exactText(sum) })];
}

/** Votes where even the worst result gives a share. */
function appraisal({ node, path }: Placed): readonly Finding[] {
  if (node.kind !== 'item' || !('electorates' in node.measure)) return [];
  const { from: least } = ofStatement(node.measure);
  return least && compare(least, zero) > 0
    ? [warning('appraisal-cannot-fall-below', path, { title: node.title, least: exactText(least) })]
    : [];
}

function openRange({ node, path }: Placed): readonly Finding[] {
  if (node.kind !== 'item' || node.measure.kind !== 'value' || node.measure.range !== undefined) return [];
  return [warning('range-not-stated', `${path}/measure`, { title: node.title })];
}

/** Reading A2: monthly ceilings that cannot make the total, as 12 × 6 cannot make 70. */
function plans({ scheme }: PreparedScheme): readonly Finding[] {
  return (scheme.plans ?? []).flatMap((plan, index) => {
    const { from, to } = ofInterval(plan.each);
    if (plan.total === undefined || !from) return [];
    const [least, total, step] = [times(from, whole(12)), exact(plan.total), exact(plan.step)];
    const reachable = compare(total, least) >= 0 && (!to || compare(total, times(to, whole(12))) <= 0);
    const inSteps = compare(step, zero) <= 0 || dividedBy(minus(total, least), step).denominator === 1n;
    return reachable && inSteps
      ? []
      : [error('plan-cannot-sum', `/plans/${index}`, { title: plan.title, each: plan.each, total: plan.total })];
  });
}

function samples({ nodes }: PreparedScheme): readonly Finding[] {
  const count = [...nodes.values()].filter(({ node }) => node.kind === 'item' && node.sample === true).length;
  return count === 0 ? [] : [warning('sample-values', '/score', { count: String(count) })];
}

/** What looks wrong in the tree of parts. */
export function lintParts(ready: PreparedScheme, ranges: Ranges): readonly Finding[] {
  const { score } = ready.scheme;
  const floor = mayBeNegative(rangeOf(ranges, score.id)) ? [warning('no-floor', '/score', { title: score.title })] : [];
  const placed = [...ready.nodes.values()];
  const each = placed.flatMap((one) => [
    ...uncapped(ranges, one),
    ...worth(ready, one),
    ...longCaps(one),
    ...votes(one),
    ...appraisal(one),
    ...openRange(one),
  ]);
  return [...floor, ...each, ...plans(ready), ...samples(ready)];
}
