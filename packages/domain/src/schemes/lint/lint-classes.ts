import { compare, exact, exactText, plus, whole, zero } from '../../points/exact.ts';
import { error, type Finding, warning } from '../check/finding.ts';
import { indexed, type PreparedScheme } from '../engine/prepare.ts';
import type { SchemeNode } from '../language/node.ts';
import { schemeOfClass } from './one-class.ts';
import { beforeBounds, type Ranges } from './range-of-nodes.ts';

/** A scheme as it applies to the members of a class; without a class where the scheme has none. */
type Met = { readonly title: string; readonly ranges: Ranges };
type Wrong = Finding['values'];
/** A part's numbers for a class, as a finding would name them; null where they are right. */
type Judged = { readonly title: string; readonly wrong: Wrong | null };
type Judge = (ranges: Ranges, node: SchemeNode) => Wrong | null | 'says-nothing';

function metBy({ scheme }: PreparedScheme): readonly Met[] {
  const met = (title: string, one: PreparedScheme): Met => ({ title, ranges: { ready: one, known: new Map(), forWhom: 'all-year' } });
  const { classes = [] } = scheme;
  if (classes.length === 0) return [met('', indexed(scheme))];
  return classes.flatMap(({ id, title }) => {
    const ofClass = schemeOfClass(scheme, id);
    return ofClass ? [met(title, indexed(ofClass))] : [];
  });
}

/** A part with a maximum that its subparts do not add up to. */
const header: Judge = (ranges, node) => {
  const maximum = node.bounds?.atMost;
  if (typeof maximum !== 'string' || node.kind === 'item') return 'says-nothing';
  const { to } = beforeBounds(ranges, node);
  return !to || compare(to, exact(maximum)) === 0 ? null : { title: node.title, maximum, sum: exactText(to) };
};

const shares: Judge = (_ranges, node) => {
  if (node.kind !== 'weighted') return 'says-nothing';
  const sum = node.parts.reduce((total, { weight }) => plus(total, typeof weight === 'string' ? exact(weight) : zero), zero);
  return compare(sum, whole(1)) === 0 ? null : { title: node.title, sum: exactText(sum) };
};

/** One finding where all classes agree; else one for each group of classes that agree, with their names. */
function together(judged: readonly Judged[]): readonly Wrong[] {
  const wrong = judged.flatMap((one) => (one.wrong === null ? [] : [{ title: one.title, values: one.wrong }]));
  return [...Map.groupBy(wrong, ({ values }) => JSON.stringify(values)).values()].flatMap((group) => {
    const classes = group.length === judged.length ? {} : { classes: group.map(({ title }) => title).join('、') };
    return group.slice(0, 1).map(({ values }) => ({ ...values, ...classes }));
  });
}

/** Maxima and weights that are not right for members of some class. */
export function lintClasses(ready: PreparedScheme): readonly Finding[] {
  const met = metBy(ready);
  return [...ready.nodes.values()].flatMap(({ node: { id }, path }) => {
    const judgedBy = (judge: Judge) =>
      together(
        met.flatMap(({ title, ranges }): readonly Judged[] => {
          const node = ranges.ready.nodes.get(id)?.node;
          const wrong = node ? judge(ranges, node) : 'says-nothing';
          return wrong === 'says-nothing' ? [] : [{ title, wrong }];
        }),
      );
    return [
      ...judgedBy(header).map((values) => warning('maximum-is-not-the-sum', path, values)),
      ...judgedBy(shares).map((values) => error('weights-do-not-sum', `${path}/parts`, values)),
    ];
  });
}
