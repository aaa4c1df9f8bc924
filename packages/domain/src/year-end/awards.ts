import type { Policies } from '../schemes/policies.ts';
import type { Grade } from '../schemes/scheme.ts';

/** What a grade opens; every list is a proposal for people to decide. */
export type AwardEligibility = { readonly honourRoll: boolean; readonly cityAndAbove: boolean; readonly county: boolean };

const rank: Readonly<Record<Grade, number>> = { unqualified: 0, 'basically-qualified': 1, qualified: 2, outstanding: 3 };

/** Regulation 2-3 (A6, A7): city level for outstanding; county level for qualified and for a rise of two grades in one year. */
export function awardEligibility(policies: Policies, thisYear: Grade, lastYear: Grade | null): AwardEligibility {
  const outstanding = thisYear === 'outstanding';
  const roseByTwo = lastYear !== null && rank[thisYear] - rank[lastYear] >= 2;
  const qualified = thisYear === 'qualified';
  const county = policies.countyAward === 'union' ? qualified || roseByTwo : qualified && roseByTwo;
  return { honourRoll: outstanding, cityAndAbove: outstanding, county };
}

export type Assistance = 'none' | 'loses-awards' | 'loses-awards-and-is-assisted';

/** Regulation 2-3 (A21): what a grade takes away; assistance opens a case for people, never a measure by itself. */
export function consequenceOf(grade: Grade): Assistance {
  if (grade === 'unqualified') return 'loses-awards-and-is-assisted';
  return grade === 'basically-qualified' ? 'loses-awards' : 'none';
}
