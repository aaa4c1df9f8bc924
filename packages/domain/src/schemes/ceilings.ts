import { addPoints, type Points, points } from '../points/points.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { TaskPolicy } from './policies.ts';

/** The ceilings of the twelve months of a year plan, the assessment year's first month first. */
export type MonthlyCeilings = readonly Points[];

export type CeilingRefusal =
  | { readonly code: 'ceilings-not-twelve'; readonly months: number }
  | { readonly code: 'ceiling-out-of-range'; readonly month: number; readonly ceiling: Points; readonly from: Points; readonly to: Points }
  | { readonly code: 'ceilings-do-not-sum'; readonly total: Points; readonly expected: Points };

const ruleOf: Readonly<Record<TaskPolicy, { readonly from: Points; readonly to: Points; readonly total: Points | null }>> = {
  'exact-70': { from: points(5), to: points(6), total: points(70) },
  'six-capped': { from: points(6), to: points(6), total: null },
};

/** Regulation 2-1 (A2): 5–6 points a month that make exactly 70, or twelve sixes of which the year counts 70. */
export function checkCeilings(policy: TaskPolicy, ceilings: readonly Points[]): Result<MonthlyCeilings, CeilingRefusal> {
  const { from, to, total } = ruleOf[policy];
  if (ceilings.length !== 12) return refuse({ code: 'ceilings-not-twelve', months: ceilings.length });
  for (const [index, ceiling] of ceilings.entries()) {
    if (ceiling < from || ceiling > to) return refuse({ code: 'ceiling-out-of-range', month: index + 1, ceiling, from, to });
  }
  const sum = addPoints(...ceilings);
  return total !== null && sum !== total ? refuse({ code: 'ceilings-do-not-sum', total: sum, expected: total }) : ok(ceilings);
}
