import type { MemberId } from '../ids/ids.ts';
import type { Points } from '../points/points.ts';
import type { FulfilmentRate } from '../schemes/profile/month-profile.ts';

/** One item of a line. The amount is signed: a deduction is negative. */
export type Entry = { readonly item: string; readonly amount: Points; readonly note?: string; readonly evidence?: string };

export type Fulfilment = { readonly pledgeId: string; readonly rate: FulfilmentRate; readonly note?: string };

/** The basis of a month's task points; points are calculated from it and never typed, except by a decision. */
export type TaskClaim =
  | { readonly kind: 'fulfilments'; readonly fulfilments: readonly Fulfilment[] }
  /** No pledge was due this month: the progress that the branch states, in whole percent. */
  | { readonly kind: 'stated-progress'; readonly percent: number }
  /** The committee or the meeting decided on an amount. */
  | { readonly kind: 'decided'; readonly amount: Points }
  /** 本人未申报: no row, the ceiling counts. */
  | { readonly kind: 'not-applied' };

/** What one member's month consists of, as claimed, registered, reviewed or resolved. */
export type MonthLine = {
  readonly memberId: MemberId;
  readonly base: readonly Entry[];
  readonly task: TaskClaim;
  readonly reward: readonly Entry[];
};
