import { compare, exact, rounded, times, whole } from '../../points/exact.ts';
import { conditionsOf } from '../check/check-references.ts';
import { error, type Finding, warning } from '../check/finding.ts';
import type { PreparedScheme } from '../engine/prepare.ts';
import type { Condition } from '../language/condition.ts';
import type { Quota, Rung, ScoringScheme } from '../language/scoring-scheme.ts';
import { overlap } from './range.ts';
import { ofInterval } from './range-of-items.ts';

/** The sizes of branches that are tried. */
const sizes = Array.from({ length: 50 }, (_, index) => index + 1);

function placesFor({ places }: Quota, members: number): number | null {
  if (places.kind !== 'share') return null;
  return Number(rounded(times(whole(members), exact(places.share)), 0, places.round).numerator);
}

/** Reading A22: a share that gives a small branch no place at all. */
function smallBranches(quotas: readonly Quota[]): readonly Finding[] {
  return quotas.flatMap((quota, index) => {
    if (quota.limit !== 'at-most') return [];
    const without = sizes.filter((size) => placesFor(quota, size) === 0);
    return without.length === 0
      ? []
      : [warning('quota-gives-no-place', `/quotas/${index}`, { title: quota.title, upTo: String(without.length) })];
  });
}

function contradictions(quotas: readonly Quota[]): readonly Finding[] {
  return quotas.flatMap((least, index) =>
    quotas
      .filter((most) => most.grade === least.grade && least.limit === 'at-least' && most.limit === 'at-most')
      .flatMap((most) => {
        const size = sizes.find((members) => (placesFor(least, members) ?? 0) > (placesFor(most, members) ?? members));
        return size === undefined
          ? []
          : [error('quotas-contradict', `/quotas/${index}`, { title: least.title, other: most.title, size: String(size) })];
      }),
  );
}

/** Two conditions that cannot hold together. */
function exclude(left: Condition, right: Condition): boolean {
  if ((left.kind === 'score' && right.kind === 'score') || (left.kind === 'months' && right.kind === 'months'))
    return left.of === right.of && overlap(ofInterval(left.in), ofInterval(right.in)) === null;
  if (left.kind === 'grade' && right.kind === 'grade')
    return left.year === right.year && !left.in.some((grade) => right.in.includes(grade));
  return left.kind === 'standing' && right.kind === 'standing' && left.is !== right.is;
}

function ofCondition(condition: Condition, path: string): readonly Finding[] {
  if (condition.kind === 'not') return ofCondition(condition.of, `${path}/of`);
  if (condition.kind !== 'all' && condition.kind !== 'any') return [];
  const texts = condition.of.map((part) => JSON.stringify(part));
  const twice = texts.flatMap((text, index) => (texts.indexOf(text) < index ? [warning('rule-says-the-same', `${path}/of/${index}`)] : []));
  const never =
    condition.kind === 'all' && condition.of.some((one, index) => condition.of.slice(index + 1).some((other) => exclude(one, other)));
  return [
    ...twice,
    ...(never ? [error('rule-never-holds', path)] : []),
    ...condition.of.flatMap((part, index) => ofCondition(part, `${path}/of/${index}`)),
  ];
}

/** Whether the later condition can only hold where the earlier one does. */
function covers(earlier: Condition, later: Condition): boolean {
  if (JSON.stringify(earlier) === JSON.stringify(later)) return true;
  if (earlier.kind === 'grade' && later.kind === 'grade')
    return earlier.year === later.year && later.in.every((grade) => earlier.in.includes(grade));
  if (earlier.kind !== 'score' && earlier.kind !== 'months') return false;
  if (later.kind !== earlier.kind || earlier.of !== later.of) return false;
  const [outer, inner] = [ofInterval(earlier.in), ofInterval(later.in)];
  const above = outer.from === null || (inner.from !== null && compare(inner.from, outer.from) >= 0);
  return above && (outer.to === null || (inner.to !== null && compare(inner.to, outer.to) <= 0));
}

function rungs(list: readonly Rung[], path: string): readonly Finding[] {
  return list.flatMap((rung, index) => {
    const before = list.slice(0, index).find((earlier) => covers(earlier.when, rung.when));
    return before ? [warning('rung-never-reached', `${path}/${index}`, { title: rung.title, earlier: before.title })] : [];
  });
}

function repeatedOverrides({ overrides = [] }: ScoringScheme): readonly Finding[] {
  const texts = overrides.map(({ when, effect }) => JSON.stringify([when, effect]));
  return texts.flatMap((text, index) => (texts.indexOf(text) < index ? [warning('rule-says-the-same', `/overrides/${index}`)] : []));
}

function gradesNeverGiven({ grading, overrides = [] }: ScoringScheme): readonly Finding[] {
  if (!grading) return [];
  const inTables = grading.tables.flatMap(({ bands }) => bands.map(({ grade }) => grade));
  const byOverride = overrides.flatMap(({ effect }) => (effect.kind === 'result-is' ? [] : [effect.grade]));
  const given = new Set([...inTables, ...byOverride]);
  return grading.grades.flatMap(({ id, title }, index) =>
    given.has(id) ? [] : [warning('grade-never-given', `/grading/grades/${index}`, { title })],
  );
}

/** What looks wrong in grades, quotas, rules and proposals. */
export function lintRules({ scheme, nodes }: PreparedScheme): readonly Finding[] {
  const { quotas = [], ladders = [] } = scheme;
  return [
    ...smallBranches(quotas),
    ...contradictions(quotas),
    ...gradesNeverGiven(scheme),
    ...repeatedOverrides(scheme),
    ...conditionsOf(scheme, nodes).flatMap(({ condition, path }) => ofCondition(condition, path)),
    ...ladders.flatMap((ladder, index) => rungs(ladder.rungs, `/ladders/${index}/rungs`)),
  ];
}
