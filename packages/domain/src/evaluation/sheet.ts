import type { Period } from '../calendar/period.ts';
import type { MemberId } from '../ids/ids.ts';
import type { Points } from '../points/points.ts';

/** `total` does not include honour points: they are shown apart, "88 + 3". */
export type YearToDate = {
  readonly baseBalance: Points;
  readonly task: Points;
  readonly reward: Points;
  readonly honour: Points;
  readonly total: Points;
  /** The points of a member with full task points and no deduction, without rewards. */
  readonly possibleMaximum: Points;
};

/** The points beyond a cap or a floor of the year: marked here, subtracted only in the year's evaluation. */
export type Surplus = { readonly belowBaseFloor: Points; readonly task: Points; readonly reward: Points };

export type MonthSheet = {
  readonly schemeId: string;
  readonly schemeVersion: number;
  readonly memberId: MemberId;
  readonly period: Period;
  readonly applied: boolean;
  readonly ceiling: Points;
  readonly base: Points;
  readonly task: Points;
  readonly reward: Points;
  readonly honour: Points;
  /** Base, task and reward of the month; the honour points apart. */
  readonly total: Points;
  readonly yearToDate: YearToDate;
  readonly surplus: Surplus;
  readonly trace: readonly TraceStep[];
};

/** One step of the answer to "why this number". Amounts are decimal texts, counts are numbers; the sentences are elsewhere. */
export type TraceStep = { readonly code: TraceCode; readonly values: Readonly<Record<string, number | string>> };

export type TraceCode =
  | 'base-entry'
  | 'task-pledge'
  | 'task-points'
  | 'task-progress-stated'
  | 'task-decided'
  | 'task-not-applied'
  | 'reward-entry'
  | 'honour-entry'
  | 'month-total'
  | 'year-to-date'
  | 'base-below-floor'
  | 'task-surplus'
  | 'reward-surplus';
