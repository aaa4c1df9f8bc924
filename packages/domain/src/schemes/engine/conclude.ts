import { compare, type Exact, exact, exactText, rounded, times, whole } from '../../points/exact.ts';
import { type IntervalText, lies } from '../language/interval.ts';
import type { Rounding } from '../language/measure.ts';
import type { Grading, Override, Quota } from '../language/scoring-scheme.ts';
import { type Answers, holds } from './condition.ts';
import { isKnown, type Known } from './figure.ts';
import { own } from './own.ts';
import { isOver, type Run, report } from './run.ts';
import { figureOf } from './score-node.ts';

export type GradeBasis = 'points' | 'override' | 'not-graded' | 'appraisal-alone' | 'incomplete' | 'year-not-over' | 'no-grades';

/** The grade that follows from points and decisions; a proposal that people confirm. */
export type ProposedGrade = {
  readonly id: string | null;
  /** The grade by points alone (积分对应档). */
  readonly byPoints: string | null;
  readonly basis: GradeBasis;
  readonly overrides: readonly string[];
};

export type ListResult = { readonly list: string; readonly period: string; readonly band: string | null };
export type LadderResult = { readonly ladder: string; readonly rung: string | null };

type Banded = { readonly of: string; readonly round?: Rounding };

/** The band of a part's score; a score that lies in none is for people to settle. */
function bandOf<Band extends { readonly in: IntervalText }>(run: Run, { of, round }: Banded, scored: Known, bands: readonly Band[]) {
  const value = round ? rounded(scored.value, round.places, round.mode) : scored.value;
  const band = bands.find((one) => lies(value, run.ready.interval(one.in)));
  if (!band) report(run, 'score-in-no-band', { node: of, period: scored.step.period }, { values: { value: exactText(value) } });
  return band;
}

function standsOpen(run: Run, grading: Grading): GradeBasis | null {
  const { notFromPointsAfterExemptMonths: most } = grading;
  if (!isOver(run, run.year)) return 'year-not-over';
  if (most !== undefined && new Set(run.facts.member.exempt).size >= most) return 'appraisal-alone';
  return run.conflicts.some(({ code }) => leavesOpen.has(code)) ? 'incomplete' : null;
}
const leavesOpen: ReadonlySet<string> = new Set(['part-missing', 'more-than-one-entry', 'more-than-one-part', 'value-in-no-band']);

function tableFor(run: Run, grading: Grading) {
  return grading.tables.find((table) => {
    const { classes, standing } = table.for ?? {};
    if (standing !== undefined && standing !== run.facts.member.standing) return false;
    return classes === undefined || holds(run, { kind: 'class', in: classes }, run.year, { figureOf }) === true;
  });
}

/** The grade of an override that decides directly; else the lowest of the grade by points and the overrides' limits. */
function decided(grading: Grading, byPoints: string | null, overrides: readonly Override[]): string | null {
  const order = grading.grades.map(({ id }) => id);
  const worst = (grades: readonly string[]) => grades.toSorted((left, right) => order.indexOf(right) - order.indexOf(left))[0] ?? null;
  const named = (kind: 'grade-is' | 'grade-at-most') => overrides.flatMap(({ effect }) => (effect.kind === kind ? [effect.grade] : []));
  const direct = worst(named('grade-is'));
  if (direct !== null || byPoints === null) return direct;
  return worst([byPoints, ...named('grade-at-most')]);
}

/** Regulation 2-2: the proposed grade; an override decides it directly and keeps the score. */
export function gradeOf(run: Run): ProposedGrade {
  const { grading, overrides = [] } = run.ready.scheme;
  const nothing = { id: null, byPoints: null, overrides: [] } as const;
  if (!grading) return { ...nothing, basis: 'no-grades' };
  const table = tableFor(run, grading);
  if (!table) return { ...nothing, basis: 'not-graded' };
  const open = standsOpen(run, grading);
  const scored = open === null ? figureOf(run, grading.of, run.year) : null;
  const byPoints = scored && isKnown(scored) ? (bandOf(run, grading, scored, table.bands)?.grade ?? null) : null;
  const inForce = overrides.filter(
    ({ when, effect }) => effect.kind !== 'result-is' && holds(run, when, run.year, { figureOf, thisGrade: byPoints }) === true,
  );
  const id = open === 'year-not-over' ? null : decided(grading, byPoints, inForce);
  const named = inForce.map((one) => one.id);
  if (id !== null && id !== byPoints) return { id, byPoints, basis: 'override', overrides: named };
  return { id, byPoints, basis: open ?? (byPoints === null ? 'incomplete' : 'points'), overrides: named };
}

/** Stars and lists, for each period in which their part was scored. */
export function listsOf(run: Run): readonly ListResult[] {
  return (run.ready.scheme.lists ?? []).flatMap((list) =>
    [...(run.figures.get(list.of) ?? [])].flatMap(([period, scored]) => {
      if (!scored || !isKnown(scored)) return [];
      return [{ list: list.id, period, band: bandOf(run, list, scored, list.bands)?.id ?? null }];
    }),
  );
}

/** Regulation 2-3 (A21): proposals for people; nothing is automatic. */
export function proposalsOf(
  run: Run,
  thisGrade: string | null,
): { readonly ladders: readonly LadderResult[]; readonly proposals: readonly string[] } {
  const answers: Answers = { figureOf, thisGrade };
  const { ladders = [], proposals = [] } = run.ready.scheme;
  if (!isOver(run, run.year)) return { ladders: [], proposals: [] };
  return {
    ladders: ladders.map(({ id, rungs }) => ({
      ladder: id,
      rung: rungs.find(({ when }) => holds(run, when, run.year, answers) === true)?.id ?? null,
    })),
    proposals: proposals.filter(({ when }) => holds(run, when, run.year, answers) === true).map(({ id }) => id),
  };
}

function placesOf({ places, id }: Quota, branch: NonNullable<Run['facts']['branch']>): Exact | null {
  if (places.kind === 'share') return rounded(times(whole(branch.graded), exact(places.share)), 0, places.round);
  const allotted = own(branch.places, id);
  return allotted === undefined ? null : whole(allotted);
}

/** Reading A22: a quota that is not met is reported; people decide about it. */
export function reportQuotas(run: Run): void {
  const { branch } = run.facts;
  if (!branch) return;
  for (const quota of run.ready.scheme.quotas ?? []) {
    const places = placesOf(quota, branch);
    const given = whole(own(branch.grades, quota.grade) ?? 0);
    if (places === null) continue;
    const values = { quota: quota.title, places: exactText(places), given: exactText(given), graded: String(branch.graded) };
    if (quota.limit === 'at-most' && compare(given, places) > 0) run.conflicts.push({ code: 'quota-exceeded', entries: [], values });
    if (quota.limit === 'at-least' && compare(given, places) < 0) run.conflicts.push({ code: 'quota-not-reached', entries: [], values });
  }
}
