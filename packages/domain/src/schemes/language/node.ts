import type { Condition } from './condition.ts';
import type { Adjustment, Cap, Measure, SubPeriod, Value, Weight } from './measure.ts';

export type Bounds = { readonly atMost?: Value; readonly atLeast?: Value };

type Common = {
  /** Unique in the scheme; facts name items by it. */
  readonly id: string;
  readonly title: string;
  readonly clause?: string;
  /** Only for members of these classes, day by day. */
  readonly for?: readonly string[];
  readonly adjust?: readonly Adjustment[];
  readonly bounds?: Bounds;
  /** What an unknown result means: the score is incomplete (the default), or this part does not count. */
  readonly absent?: 'missing' | 'nothing';
};

export type Item = Common & {
  readonly kind: 'item';
  readonly measure: Measure;
  /** For each single entry, before entries are combined. */
  readonly each?: readonly Adjustment[];
  readonly caps?: readonly Cap[];
  readonly requires?: readonly ('evidence' | 'reason' | 'second-person')[];
  /** Who approves an entry, in this order; for the process, not for the arithmetic. */
  readonly approvals?: readonly string[];
  /** The author's own value, because the text has none. */
  readonly sample?: true;
};

/** A number of the highest or of the lowest; if there are fewer, all of them. */
export type Selection = { readonly order: 'highest' | 'lowest'; readonly take: number; readonly by: 'sum' | 'mean' };

export type Rollup =
  | { readonly kind: 'sum' }
  | { readonly kind: 'mean' }
  | { readonly kind: 'mean-of-present' }
  | { readonly kind: 'last' }
  | ({ readonly kind: 'select' } & Selection);

export type PartOfYear =
  /** `to` × the points earned ÷ the ceilings of the periods in which the member took part. */
  | { readonly kind: 'by-ceilings'; readonly plan: string; readonly to: Value }
  /** The points earned × all periods ÷ those in which the member took part. */
  | { readonly kind: 'by-number' };

export type SchemeNode =
  | Item
  | (Common & { readonly kind: 'sum'; readonly parts: readonly SchemeNode[] })
  | (Common & { readonly kind: 'product'; readonly parts: readonly SchemeNode[] })
  | (Common & { readonly kind: 'weighted'; readonly parts: readonly { readonly weight: Weight; readonly part: SchemeNode }[] })
  | (Common & Selection & { readonly kind: 'select'; readonly parts: readonly SchemeNode[] })
  | (Common & { readonly kind: 'choose-one'; readonly parts: readonly SchemeNode[] })
  | (Common & { readonly kind: 'when'; readonly condition: Condition; readonly part: SchemeNode; readonly otherwise?: SchemeNode })
  | (Common & {
      readonly kind: 'over-periods';
      readonly each: SubPeriod;
      readonly by: Rollup;
      /** How the sum of a member who took part in only some periods is scaled to all of them. */
      readonly partOfYear?: PartOfYear;
      readonly part: SchemeNode;
    });
