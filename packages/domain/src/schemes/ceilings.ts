import { compare, dividedBy, type Exact, exact, minus, zero } from '../points/exact.ts';
import { addPoints, formatPoints, type Points } from '../points/points.ts';
import { ok, type Result, refuse } from '../result.ts';
import { type Interval, type IntervalText, interval, lies } from './language/interval.ts';
import type { PlanDef } from './language/scoring-scheme.ts';

export type CeilingRefusal =
  | { readonly code: 'ceilings-not-twelve'; readonly months: number }
  | { readonly code: 'ceiling-out-of-range'; readonly month: number; readonly ceiling: Points; readonly each: IntervalText }
  | { readonly code: 'ceilings-do-not-sum'; readonly total: Points; readonly expected: string };

/** Regulation 2-1 (A2): whether a month's ceiling lies within the plan's limits and on one of its steps. */
export function ceilingFits(ceiling: Exact, each: Interval, step: Exact): boolean {
  if (!lies(ceiling, each)) return false;
  return compare(step, zero) <= 0 || dividedBy(minus(ceiling, each.from?.at ?? zero), step).denominator === 1n;
}

const inExact = (amount: Points): Exact => exact(formatPoints(amount));

/** Regulation 2-1 (A2): twelve ceilings as the scheme's plan requires them; in the source 5–6 points each, together exactly 70. */
export function checkCeilings({ each, step, total }: PlanDef, ceilings: readonly Points[]): Result<readonly Points[], CeilingRefusal> {
  const limits = interval(each);
  if (ceilings.length !== 12) return refuse({ code: 'ceilings-not-twelve', months: ceilings.length });
  for (const [index, ceiling] of ceilings.entries()) {
    if (!ceilingFits(inExact(ceiling), limits, exact(step)))
      return refuse({ code: 'ceiling-out-of-range', month: index + 1, ceiling, each });
  }
  const sum = addPoints(...ceilings);
  return total !== undefined && compare(inExact(sum), exact(total)) !== 0
    ? refuse({ code: 'ceilings-do-not-sum', total: sum, expected: total })
    : ok(ceilings);
}
