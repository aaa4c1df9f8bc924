import type { IntervalText } from './interval.ts';
import type { NumberText } from './measure.ts';

/** What a subordinate organisation may change in this part of the scheme. */
export type Latitude =
  /** Its own items in a sum: the worth of each, and how many. */
  | { readonly kind: 'add-items'; readonly part: string; readonly worth: IntervalText; readonly atMost: number }
  /** Another worth for an item that is counted, or another usual worth. */
  | { readonly kind: 'set-worth'; readonly part: string; readonly worth: IntervalText };

export type Change =
  | {
      readonly kind: 'add-item';
      readonly part: string;
      readonly id: string;
      readonly title: string;
      readonly worth: NumberText;
      readonly requires?: readonly ('evidence' | 'reason' | 'second-person')[];
    }
  | { readonly kind: 'set-worth'; readonly part: string; readonly worth: NumberText };

/** How a branch or a committee refines its superior's scheme. */
export type SchemeRefinement = {
  readonly format: 'jifen-refinement/1';
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly parent: { readonly id: string; readonly version: number };
  readonly changes: readonly Change[];
};
