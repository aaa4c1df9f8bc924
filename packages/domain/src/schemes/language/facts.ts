import type { NumberText } from './measure.ts';

/** One recorded entry. Which fields it needs depends on the item's measure. */
export type FactEntry = {
  readonly id: string;
  readonly item: string;
  readonly date: string;
  /** For a count: how often, once if not stated. */
  readonly quantity?: number;
  /** For a value or a ratio. */
  readonly value?: NumberText;
  /** For a ratio: out of how many. */
  readonly outOf?: NumberText;
  /** For a choice, or how far a pledge was fulfilled. */
  readonly choice?: string;
  /** For an award: its level, and the deed it was given for. */
  readonly level?: string;
  readonly deed?: string;
  readonly pledge?: string;
  /** For votes: who voted, and the votes by option. */
  readonly electorate?: string;
  readonly votes?: Readonly<Record<string, number>>;
  readonly marks?: readonly string[];
  readonly evidence?: string;
  readonly reason?: string;
  readonly secondPerson?: string;
};

/** Reverses an entry or an earlier reversal. */
export type Reversal = { readonly id: string; readonly reverses: string };

export type PledgeFact = {
  readonly id: string;
  readonly item: string;
  readonly title: string;
  readonly kind: string;
  readonly weight: number;
  /** Months written YYYY-MM. */
  readonly due: readonly string[];
};

/** Points of every part in every period: node → period → number, null where unknown. */
export type Components = Readonly<Record<string, Readonly<Record<string, NumberText | null>>>>;

export type EarlierYear = { readonly year: number; readonly components: Components; readonly grade: string | null };

export type ScoringFacts = {
  readonly format: 'jifen-facts/1';
  /** The year in which the assessment year begins. */
  readonly year: number;
  /** The last month that is settled, for the year so far; without it the year is over and evaluated as a whole. */
  readonly until?: string;
  readonly member: {
    readonly id: string;
    readonly standing: 'full' | 'probationary';
    readonly classes?: readonly { readonly class: string; readonly from: string }[];
    /** Months in which the member did not take part. */
    readonly away?: readonly string[];
    /** Those of them with an exemption. */
    readonly exempt?: readonly string[];
  };
  readonly entries: readonly FactEntry[];
  readonly reversals?: readonly Reversal[];
  readonly pledges?: readonly PledgeFact[];
  /** Plan → month → ceiling. */
  readonly ceilings?: Readonly<Record<string, Readonly<Record<string, NumberText>>>>;
  readonly decisions?: readonly { readonly id: string; readonly decision: string; readonly date: string; readonly document: string }[];
  readonly earlier?: readonly EarlierYear[];
  /** The branch's grades, proposed so far, for quotas. */
  readonly branch?: {
    readonly graded: number;
    readonly grades: Readonly<Record<string, number>>;
    readonly places?: Readonly<Record<string, number>>;
  };
};
