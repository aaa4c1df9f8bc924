import type { RoundingMode } from '../../points/exact.ts';
import type { IntervalText } from './interval.ts';

/** A number as a file writes it: "0.5", "-2", "1/3". */
export type NumberText = string;

/** A share of the whole: the same for everybody, or by class. */
export type Weight = NumberText | { readonly byClass: Readonly<Record<string, NumberText>>; readonly otherwise?: NumberText };

/** A number in the scheme, one by class, or the month's ceiling of a plan. */
export type Value = Weight | { readonly ceiling: string };

export type Rounding = { readonly places: number; readonly mode: RoundingMode };

/** One of several options, with its worth. */
export type Option = { readonly id: string; readonly title: string; readonly value: NumberText };

/** How the values of several entries become one; `only` reports a second entry instead of choosing. */
export type Together = 'sum' | 'mean' | 'highest' | 'lowest' | 'last' | 'only';

/** One group of voters and its weight; weights add up to 1. */
export type Electorate = { readonly id: string; readonly title: string; readonly weight: NumberText };

/** The result of a table's row: a fixed value, or the measured value times a number plus another. */
export type TableRow =
  | { readonly in: IntervalText; readonly value: Value }
  | { readonly in: IntervalText; readonly times: NumberText; readonly plus: NumberText };

export type Adjustment =
  | { readonly kind: 'times'; readonly by: Value }
  | { readonly kind: 'plus'; readonly amount: Value }
  /** This many, counted from the first, do not count. */
  | { readonly kind: 'free'; readonly upTo: Value }
  | { readonly kind: 'table'; readonly rows: readonly TableRow[] }
  | { readonly kind: 'at-most'; readonly value: Value }
  | { readonly kind: 'at-least'; readonly value: Value }
  | ({ readonly kind: 'round' } & Rounding)
  /** For a single entry that carries the mark. */
  | { readonly kind: 'if-marked'; readonly mark: string; readonly adjust: readonly Adjustment[] };

/** What the facts give before any adjustment. */
export type Measure =
  /** The same for everybody: a start value. */
  | { readonly kind: 'fixed'; readonly value: Value }
  /** How often it happened. */
  | { readonly kind: 'count' }
  /** A number that each entry states: hours, a score from outside, points at discretion. */
  | {
      readonly kind: 'value';
      readonly unit: string;
      readonly range?: IntervalText;
      readonly together: Together;
      /** The worth of one occurrence where the entry states no number. */
      readonly usual?: NumberText;
    }
  | { readonly kind: 'choice'; readonly options: readonly Option[]; readonly together: Together }
  | { readonly kind: 'level'; readonly levels: readonly Option[]; readonly sameDeed: 'highest-once' | 'each' }
  /** Σ value ÷ Σ outOf over the entries of the period. */
  | { readonly kind: 'ratio' }
  /** Σ weight × rate ÷ Σ weight over the pledges due. */
  | { readonly kind: 'fulfilment'; readonly rates: readonly Option[] }
  /** Votes counted by option; an option's value weighs its votes. */
  | { readonly kind: 'tally'; readonly options: readonly Option[]; readonly electorates: readonly Electorate[] }
  /** Scores given by several people, without some of the highest and lowest of each group if `leaveOut` says so. */
  | {
      readonly kind: 'ratings';
      readonly range: IntervalText;
      readonly electorates: readonly Electorate[];
      readonly leaveOut: { readonly highest: number; readonly lowest: number };
    }
  /** A share of another part's result. */
  | {
      readonly kind: 'result';
      readonly of: string;
      readonly when: 'this-period' | 'previous-period' | 'previous-year';
      readonly share: NumberText;
      /** What counts where there is no earlier period. */
      readonly first?: Value;
    };

export type Cap = { readonly per: 'day' | SubPeriod | 'year'; readonly atMost?: Value; readonly atLeast?: Value };
export type SubPeriod = 'month' | 'quarter' | 'half-year';
