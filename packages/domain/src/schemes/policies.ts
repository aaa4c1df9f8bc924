import type { Fraction } from '../points/points.ts';

/** How the months add up to the task points of the year (A2). */
export type TaskPolicy = 'exact-70' | 'six-capped';

/** The readings of docs/regulation/reading.md, A1 to A26, as data that a scheme carries. */
export type Policies = {
  /** A1 */ readonly gradeRounding: 'none' | 'half-up';
  /** A3 */ readonly monthMayScoreNothing: boolean;
  /** A4 */ readonly extraCountsForGrade: boolean;
  /** A5 */ readonly baseCarryOver: 'none' | 'twenty-percent';
  /** A6 */ readonly countyAward: 'union' | 'conjunction';
  /** A7 */ readonly promotionBetween: 'year-end-grades';
  /** A8 */ readonly vetoNeeds: 'decision-in-force';
  /** A9 */ readonly appraisalMultiplier: Fraction;
  /** A10 */ readonly objectionHoldsBack: 'line' | 'list';
  /** A11 */ readonly meetingCadence: 'month' | 'quarter';
  /** A12 */ readonly itemTables: 'sample' | 'adopted';
  /** A13 */ readonly sameDeed: 'highest-level-only' | 'each-level';
  /** A14 */ readonly surplus: 'recorded-not-counted';
  /** A15 */ readonly pledgesWithoutPost: 'all-four-kinds' | 'any';
  /** A16 */ readonly partOfYear: 'scaled-to-active-months';
  /** A16 */ readonly probationaryMembers: 'scored-not-graded' | 'graded';
  /** A17 */ readonly exemptMonthsWithoutGrade: number;
  /** A18 */ readonly supervisedBy: 'one-level-above';
  /** A19 */ readonly lateApplication: 'until-review-then-supplement' | 'refused';
  /** A20 */ readonly correction: 'reversing-entry';
  /** A21 */ readonly removal: 'by-people-only';
  /** A22 */ readonly outstandingQuota: Fraction;
  /** A23 */ readonly negativeScores: 'floored' | 'kept';
  /** A24 */ readonly precision: 'hundredths';
  /** A25 */ readonly yearBeginsInMonth: number;
  /** A26 */ readonly promotion: 'list-only';
};
