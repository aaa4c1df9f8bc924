import { type Points, scalePoints } from '../points/points.ts';
import type { Grade, Scheme } from '../schemes/scheme.ts';
import type { YearResult } from './year-result.ts';

/** Regulation 2-2 (A1): ≥ 90 outstanding, ≥ 80 qualified, ≥ 60 basically qualified, below that unqualified; on exact values. */
function bandOf(result: YearResult): Grade {
  const decided: number = result.gradeRounding === 'half-up' ? scalePoints(result.total, 1, 100) * 100 : result.total;
  return result.bands.find((band) => decided >= band.from)?.grade ?? 'unqualified';
}

/** Regulation 2-2: the grade of a year; a breach of law, discipline or rules makes unqualified directly and keeps the total. */
export function gradeFor(result: YearResult): Grade {
  return result.vetoes.length > 0 ? 'unqualified' : bandOf(result);
}

/** Regulation 2-2: the grade that the points alone would give (积分对应档), shown beside the decided one. */
export function gradeByPoints(result: YearResult): Grade {
  return bandOf(result);
}

export type Standing = 'full' | 'probationary';
export type GradingBasis = 'points' | 'appraisal-alone' | 'not-graded';

/** Regulation 2-2 (A16, A17): probationary members are scored and not graded; after six exempt months the appraisal alone decides. */
export function gradingBasis(scheme: Scheme, member: { readonly standing: Standing; readonly exemptMonths: number }): GradingBasis {
  const { probationaryMembers, exemptMonthsWithoutGrade } = scheme.policies;
  if (member.standing === 'probationary' && probationaryMembers === 'scored-not-graded') return 'not-graded';
  return member.exemptMonths >= exemptMonthsWithoutGrade ? 'appraisal-alone' : 'points';
}

/** Regulation 2-2 (A22): how many outstanding grades a branch files without the superior's consent; never an automatic demotion. */
export function outstandingWithoutConsent(scheme: Scheme, gradedMembers: number): number {
  const { numerator, denominator } = scheme.policies.outstandingQuota;
  return Math.floor((gradedMembers * numerator) / denominator);
}

/** Regulation 2-2 (A1): how far a total lies above the lowest edge of its band. */
export function bandFrom(scheme: Scheme, grade: Grade): Points | null {
  return scheme.bands.find((band) => band.grade === grade)?.from ?? null;
}
