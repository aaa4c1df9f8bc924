/**
 * Readings of docs/regulation/reading.md that concern the process, not the arithmetic, as a scheme carries them. Months read
 * `lateApplication`; the others have the one value that the product follows, for the year and for cases.
 */
export type ProcessPolicies = {
  /** A7 */ readonly promotionBetween: 'year-end-grades';
  /** A8 */ readonly vetoNeeds: 'decision-in-force';
  /** A10 */ readonly objectionHoldsBack: 'line' | 'list';
  /** A19 */ readonly lateApplication: 'until-review-then-supplement' | 'refused';
  /** A20 */ readonly correction: 'reversing-entry';
  /** A21 */ readonly removal: 'by-people-only';
  /** A26 */ readonly promotion: 'list-only';
};
