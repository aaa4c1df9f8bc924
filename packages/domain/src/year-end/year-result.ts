import { addBalances, type Balances, emptyBalances } from '../evaluation/ledger.ts';
import type { Surplus } from '../evaluation/month-sheet.ts';
import type { TraceStep } from '../evaluation/trace.ts';
import {
  addPoints,
  atLeast,
  atMost,
  formatPoints,
  noPoints,
  type Points,
  pointsFromHundredths,
  scalePoints,
  subtractPoints,
} from '../points/points.ts';
import type { Scheme } from '../schemes/scheme.ts';

/** One month of the year: what the ledger holds for it, its ceiling, and whether the member took part. */
export type YearMonth = { readonly balances: Balances; readonly ceiling: Points; readonly active: boolean };

/** A decision in force by the competent body (A8); its document is kept with the case. */
export type Veto = { readonly kind: 'breach-of-law' | 'breach-of-discipline' | 'breach-of-rules'; readonly document: string };

export type YearFacts = { readonly scheme: Scheme; readonly months: readonly YearMonth[]; readonly vetoes: readonly Veto[] };

export type YearResult = {
  readonly components: Balances;
  readonly surplus: Surplus;
  /** With the honour points, if the scheme counts them for the grade. */
  readonly total: Points;
  readonly vetoes: readonly Veto[];
  readonly bands: Scheme['bands'];
  readonly gradeRounding: Scheme['policies']['gradeRounding'];
  readonly trace: readonly TraceStep[];
};

const beyond = (amount: Points, limit: Points): Points => atLeast(subtractPoints(amount, limit), noPoints);

function taskOfYear(scheme: Scheme, months: readonly YearMonth[], earned: Points): { task: Points; trace: readonly TraceStep[] } {
  const active = months.filter((month) => month.active);
  const { yearMaximum } = scheme.components.task;
  const ceilings = addPoints(...active.map((month) => month.ceiling));
  if (active.length === 12 || ceilings === 0) return { task: atMost(earned, yearMaximum), trace: [] };
  const task = scalePoints(yearMaximum, earned, ceilings);
  const values = { months: active.length, earned: formatPoints(earned), ceilings: formatPoints(ceilings), points: formatPoints(task) };
  return { task: atMost(task, yearMaximum), trace: [{ code: 'task-scaled-to-active-months', values }] };
}

function componentsOf({ scheme, months }: YearFacts): Pick<YearResult, 'components' | 'surplus' | 'trace'> {
  const { base, task, reward } = scheme.components;
  const counted = months.filter((month) => month.active);
  const sums = counted.map((month) => month.balances).reduce(addBalances, emptyBalances);
  const baseBalance = addPoints(base.yearStart, sums.base);
  const floored = scheme.policies.negativeScores === 'floored';
  const ofTask = taskOfYear(scheme, months, sums.task);
  return {
    components: {
      base: floored ? atLeast(baseBalance, base.floor) : baseBalance,
      task: ofTask.task,
      reward: atMost(sums.reward, reward.yearMaximum),
      honour: sums.honour,
    },
    surplus: {
      belowBaseFloor: beyond(base.floor, baseBalance),
      task: beyond(sums.task, task.yearMaximum),
      reward: beyond(sums.reward, reward.yearMaximum),
    },
    trace: ofTask.trace,
  };
}

/** Regulation 2-1, 2-2: the year's components with their caps and floors, and the total on which the grade is decided. */
export function evaluateYear(facts: YearFacts): YearResult {
  const { policies, bands } = facts.scheme;
  const { components, surplus, trace } = componentsOf(facts);
  const { base, task, reward, honour } = components;
  const { numerator, denominator } = policies.appraisalMultiplier;
  const counted = scalePoints(addPoints(base, task, reward), numerator, denominator);
  const withExtra = policies.extraCountsForGrade ? addPoints(counted, honour) : counted;
  const total = policies.negativeScores === 'floored' ? atLeast(withExtra, noPoints) : withExtra;
  const extra: readonly TraceStep[] =
    honour === 0
      ? []
      : [{ code: policies.extraCountsForGrade ? 'extra-counted' : 'extra-not-counted', values: { amount: formatPoints(honour) } }];
  const multiplied: readonly TraceStep[] =
    numerator === denominator ? [] : [{ code: 'appraisal-multiplier', values: { numerator, denominator, points: formatPoints(counted) } }];
  return {
    components,
    surplus,
    total,
    vetoes: facts.vetoes,
    bands,
    gradeRounding: policies.gradeRounding,
    trace: [
      ...trace,
      ...multiplied,
      ...extra,
      { code: 'year-total', values: { total: formatPoints(total) } },
      ...facts.vetoes.map((veto): TraceStep => ({ code: 'veto', values: { kind: veto.kind } })),
    ],
  };
}

/** Regulation 2-1 (A5): the base points with which the next year starts, if a scheme carries them over. */
export function nextYearStart(scheme: Scheme, total: Points): Points {
  const { yearStart } = scheme.components.base;
  if (scheme.policies.baseCarryOver === 'none') return yearStart;
  return atMost(scalePoints(atMost(total, pointsFromHundredths(100_00)), 20, 100), yearStart);
}
