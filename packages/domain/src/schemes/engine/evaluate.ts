import { unlessTooLong } from '../../points/exact.ts';
import { ok, type Result, refuse } from '../../result.ts';
import { checkFacts } from '../check/check-facts.ts';
import { checkScheme } from '../check/check-scheme.ts';
import { error, type Finding, isError } from '../check/finding.ts';
import type { Components, ScoringFacts } from '../language/facts.ts';
import type { NumberText } from '../language/measure.ts';
import type { Override, ScoringScheme } from '../language/scoring-scheme.ts';
import { gradeOf, type LadderResult, type ListResult, listsOf, type ProposedGrade, proposalsOf, reportQuotas } from './conclude.ts';
import { holds } from './condition.ts';
import type { SetAside } from './entry-index.ts';
import type { Step } from './figure.ts';
import { indexed, type PreparedScheme } from './prepare.ts';
import { beginRun, type Conflict, type Run } from './run.ts';
import { figureOf } from './score-node.ts';

/** The full result of a scheme on facts. The same scheme and facts give the same text, byte by byte. */
export type Evaluation = {
  readonly scheme: { readonly id: string; readonly version: number };
  readonly member: string;
  readonly year: number;
  readonly until: string | null;
  readonly total: NumberText | null;
  /** The total before an override replaced it. */
  readonly computed: NumberText | null;
  readonly components: Components;
  readonly grade: ProposedGrade;
  readonly lists: readonly ListResult[];
  readonly ladders: readonly LadderResult[];
  readonly proposals: readonly string[];
  readonly conflicts: readonly Conflict[];
  readonly setAside: readonly SetAside[];
  /** The total's steps, then those of what is scored apart. */
  readonly trace: readonly Step[];
};

/** Checks a scheme once, so that it can be evaluated for many members. */
export function prepareScheme(scheme: ScoringScheme): Result<PreparedScheme, readonly Finding[]> {
  const findings = checkScheme(scheme).filter(isError);
  return findings.length > 0 ? refuse(findings) : ok(indexed(scheme));
}

function overriddenParts(run: Run): ReadonlyMap<string, Override> {
  const inForce = (run.ready.scheme.overrides ?? []).flatMap((one) => {
    const { when, effect } = one;
    return effect.kind === 'result-is' && holds(run, when, run.year, { figureOf }) === true ? [[effect.of, one] as const] : [];
  });
  return new Map(inForce);
}

function componentsOf(run: Run): Components {
  const components: Record<string, Record<string, NumberText | null>> = {};
  for (const id of run.ready.nodes.keys()) {
    const figures = run.figures.get(id);
    if (!figures) continue;
    const results: Record<string, NumberText | null> = {};
    for (const period of [...figures.keys()].sort()) {
      const scored = figures.get(period);
      if (scored) results[period] = scored.step.result;
    }
    if (Object.keys(results).length > 0) components[id] = results;
  }
  return components;
}

const textOf = (conflict: Conflict): string => `${conflict.code} ${conflict.period} ${conflict.node} ${conflict.entries.join()}`;

/** A member's score under any scheme, with the answer to "why" for every number. */
export function evaluate(ready: PreparedScheme, facts: ScoringFacts): Result<Evaluation, readonly Finding[]> {
  const findings = checkFacts(ready, facts).filter(isError);
  if (findings.length > 0) return refuse(findings);
  const result = unlessTooLong(() => evaluated(ready, facts));
  return result === null ? refuse([error('number-too-long', '', { digits: '900' })]) : ok(result);
}

function evaluated(ready: PreparedScheme, facts: ScoringFacts): Evaluation {
  const begun = beginRun(ready, facts);
  const run: Run = { ...begun, overridden: overriddenParts(begun) };
  const { scheme } = ready;
  const tops = [scheme.score, ...(scheme.apart ?? [])].map(({ id }) => figureOf(run, id, run.year));
  const total = tops[0]?.step ?? null;
  const grade = gradeOf(run);
  const lists = listsOf(run);
  const { ladders, proposals } = proposalsOf(run, grade.id);
  reportQuotas(run);
  return {
    scheme: { id: scheme.id, version: scheme.version },
    member: facts.member.id,
    year: facts.year,
    until: facts.until ?? null,
    total: total?.result ?? null,
    computed: (total?.rule === 'override' ? total.of[0]?.result : total?.result) ?? null,
    components: componentsOf(run),
    grade,
    lists,
    ladders,
    proposals,
    conflicts: run.conflicts.toSorted((left, right) => (textOf(left) < textOf(right) ? -1 : 1)),
    setAside: run.index.setAside.toSorted((left, right) => (left.entry < right.entry ? -1 : 1)),
    trace: tops.flatMap((top) => (top ? [top.step] : [])),
  };
}
