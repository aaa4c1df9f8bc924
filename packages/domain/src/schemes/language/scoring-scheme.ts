import type { ProcessPolicies } from '../policies.ts';
import type { Condition } from './condition.ts';
import type { IntervalText } from './interval.ts';
import type { NumberText, Rounding } from './measure.ts';
import type { SchemeNode } from './node.ts';
import type { Latitude } from './refinement.ts';

/** What has a name in the scheme: a class, a grade, a rule. */
export type Named = { readonly id: string; readonly title: string };

/** The ceiling of each period, fixed for every member at the start of the year. */
export type PlanDef = Named & {
  /** One month's ceiling, and the steps in which it is set. */
  readonly each: IntervalText;
  readonly step: NumberText;
  /** The total of the twelve months, where the scheme fixes it. */
  readonly total?: NumberText;
};

/** The kinds of pledge that a class must have, at least one of each. */
export type PledgeRule = { readonly item: string; readonly classes: readonly string[]; readonly kinds: readonly string[] };

export type BandTable = {
  readonly for?: { readonly classes?: readonly string[]; readonly standing?: 'full' | 'probationary' };
  readonly bands: readonly { readonly grade: string; readonly in: IntervalText }[];
};

export type Grading = {
  readonly of: string;
  readonly round?: Rounding;
  /** From the best to the last. */
  readonly grades: readonly Named[];
  /** The first that applies to the member; without one the member is scored but not graded. */
  readonly tables: readonly BandTable[];
  /** From this many exempt months on, points do not decide the grade. */
  readonly notFromPointsAfterExemptMonths?: number;
};

/** Stars, lists and other names for a part's score, in each period in which that part is scored. */
export type Listing = Named & {
  readonly of: string;
  readonly round?: Rounding;
  readonly bands: readonly (Named & { readonly in: IntervalText })[];
};

export type Override = Named & {
  readonly clause?: string;
  readonly when: Condition;
  readonly effect:
    | { readonly kind: 'grade-is'; readonly grade: string }
    | { readonly kind: 'grade-at-most'; readonly grade: string }
    /** Any part, the whole score included; what was computed stays visible. */
    | { readonly kind: 'result-is'; readonly of: string; readonly value: NumberText };
};

export type Quota = Named & {
  readonly grade: string;
  readonly limit: 'at-most' | 'at-least';
  /** Of the members who are graded; or places that the superior allots to the branch. */
  readonly places:
    | { readonly kind: 'share'; readonly share: NumberText; readonly round: 'down' | 'up' | 'half-up' }
    | { readonly kind: 'allotted' };
};

export type Rung = Named & { readonly when: Condition };
/** The first rung that holds. */
export type Ladder = Named & { readonly rungs: readonly Rung[] };

/** One deed that several bodies commended counts once: as the first of these items under which it was entered. */
export type SameDeed = { readonly id: string; readonly items: readonly string[] };

/** A complete scheme, as in a file. */
export type ScoringScheme = {
  readonly format: 'jifen-scheme/1';
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** How many decimals an amount in the facts may have. */
  readonly places: number;
  readonly year: { readonly startsInMonth: number };
  readonly classes?: readonly Named[];
  readonly plans?: readonly PlanDef[];
  readonly pledges?: readonly PledgeRule[];
  readonly score: SchemeNode;
  /** Scored and shown beside the total, never within it. */
  readonly apart?: readonly SchemeNode[];
  readonly sameDeed?: readonly SameDeed[];
  readonly grading?: Grading;
  readonly lists?: readonly Listing[];
  readonly overrides?: readonly Override[];
  readonly quotas?: readonly Quota[];
  readonly ladders?: readonly Ladder[];
  /** Proposals to people where the condition holds; nothing is automatic. */
  readonly proposals?: readonly Rung[];
  /** What subordinate organisations may change. */
  readonly latitude?: readonly Latitude[];
  readonly policies?: Partial<ProcessPolicies>;
};
