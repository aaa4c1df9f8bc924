import { noPoints, type Points, scalePoints } from '../points/points.ts';
import { assertNever, ok, type Result, refuse } from '../result.ts';
import type { Pledge } from '../schemes/pledges.ts';
import type { MonthProfile } from '../schemes/profile/month-profile.ts';
import type { Fulfilment, TaskClaim } from './month-line.ts';

export type TaskRefusal =
  | { readonly code: 'unknown-pledge'; readonly pledgeId: string }
  | { readonly code: 'pledge-appraised-twice'; readonly pledgeId: string }
  | { readonly code: 'pledge-not-appraised'; readonly pledgeId: string }
  | { readonly code: 'nothing-due' }
  | { readonly code: 'pledges-are-due'; readonly count: number }
  | { readonly code: 'percent-out-of-range'; readonly percent: number }
  | { readonly code: 'exceeds-ceiling'; readonly amount: Points; readonly ceiling: Points };

type Rates = MonthProfile['task']['rates'];
type Asked = { readonly rates: Rates; readonly ceiling: Points; readonly pledgesDue: readonly Pledge[] };

function mismatch(pledgesDue: readonly Pledge[], fulfilments: readonly Fulfilment[]): TaskRefusal | null {
  const seen = new Set<string>();
  for (const { pledgeId } of fulfilments) {
    if (!pledgesDue.some((pledge) => pledge.id === pledgeId)) return { code: 'unknown-pledge', pledgeId };
    if (seen.has(pledgeId)) return { code: 'pledge-appraised-twice', pledgeId };
    seen.add(pledgeId);
  }
  const left = pledgesDue.find((pledge) => !seen.has(pledge.id));
  return left ? { code: 'pledge-not-appraised', pledgeId: left.id } : null;
}

function fromFulfilments({ rates, ceiling, pledgesDue }: Asked, fulfilments: readonly Fulfilment[]): Result<Points, TaskRefusal> {
  if (pledgesDue.length === 0) return refuse({ code: 'nothing-due' });
  const wrong = mismatch(pledgesDue, fulfilments);
  if (wrong) return refuse(wrong);
  const denominator = Object.values(rates).reduce((product, rate) => product * rate.denominator, 1);
  let earned = 0;
  let weight = 0;
  for (const pledge of pledgesDue) {
    const share = rates[fulfilments.find((fulfilment) => fulfilment.pledgeId === pledge.id)?.rate ?? 'not-done'];
    earned += pledge.weight * share.numerator * (denominator / share.denominator);
    weight += pledge.weight;
  }
  return ok(scalePoints(ceiling, earned, weight * denominator));
}

/** Regulation 2-1: the month's task points: ceiling × Σ weight × rate ÷ Σ weight over what was due, rounded half up once. */
export function taskPoints(asked: Asked, claim: TaskClaim): Result<Points, TaskRefusal> {
  const { ceiling, pledgesDue } = asked;
  switch (claim.kind) {
    case 'fulfilments':
      return fromFulfilments(asked, claim.fulfilments);
    case 'stated-progress': {
      const { percent } = claim;
      if (pledgesDue.length > 0) return refuse({ code: 'pledges-are-due', count: pledgesDue.length });
      if (!Number.isInteger(percent) || percent < 0 || percent > 100) return refuse({ code: 'percent-out-of-range', percent });
      return ok(scalePoints(ceiling, percent, 100));
    }
    case 'decided': {
      const { amount } = claim;
      return amount < 0 || amount > ceiling ? refuse({ code: 'exceeds-ceiling', amount, ceiling }) : ok(amount);
    }
    case 'not-applied':
      return ok(noPoints);
    default:
      return assertNever(claim);
  }
}
