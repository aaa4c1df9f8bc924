import type { IntervalText } from './interval.ts';
import type { SubPeriod } from './measure.ts';

export type MonthsOf = 'taken-part' | 'away' | 'exempt';

export type Condition =
  /** The result of a part in the same period. */
  | { readonly kind: 'score'; readonly of: string; readonly in: IntervalText }
  /** How often an item was entered. */
  | { readonly kind: 'entries'; readonly item: string; readonly in: IntervalText }
  /** A decision in force by the body that may take it; the facts name its document. */
  | { readonly kind: 'decision'; readonly decision: string }
  | { readonly kind: 'grade'; readonly in: readonly string[]; readonly year: 'this' | 'last' }
  /** This year's grade and those of the years before it, this many in all, are of these. */
  | { readonly kind: 'consecutive-grades'; readonly years: number; readonly in: readonly string[] }
  /** The period begins in one of these months, 1 to 12. */
  | { readonly kind: 'month'; readonly in: readonly number[] }
  /** A number of the period's months: in which the member took part, did not, or was exempt. */
  | { readonly kind: 'months'; readonly of: MonthsOf; readonly in: IntervalText }
  /** This year's grade is at least this many steps above last year's. */
  | { readonly kind: 'grade-rise'; readonly atLeast: number }
  | { readonly kind: 'class'; readonly in: readonly string[] }
  | { readonly kind: 'standing'; readonly is: 'full' | 'probationary' }
  /** A row of this many periods is complete in the period, earlier years included. */
  | {
      readonly kind: 'consecutive';
      readonly times: number;
      readonly each: SubPeriod | 'year';
      readonly of: string;
      readonly in: IntervalText;
    }
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition };
