import type { CountyMonthKey, CountyMonthView } from '@jifen/contracts';
import type { PendingEvent } from '@jifen/service-kit';

export type CountyCounts = NonNullable<CountyMonthView['counts']>;

/** Why a branch's month could not be opened with the county's. */
export type BranchRefusal = Omit<CountyMonthView['refusals'][number], 'branchId'>;

/** A month that was opened for all branches of a county, and which of them refused. */
export type CountyMonthRecord = {
  /** `county/period` */
  _id: string;
  countyId: string;
  period: string;
  begunAt: number;
  /** Of the last pass. */
  finishedAt?: number | undefined;
  counts?: CountyCounts | undefined;
  /** By branch; a branch that is open has none. */
  refusals: Record<string, BranchRefusal>;
};

export const countyMonthId = ({ countyId, period }: CountyMonthKey): string => `${countyId}/${period}`;

export type CountyMonthStore = {
  find(key: CountyMonthKey): Promise<CountyMonthRecord | undefined>;
  newest(countyId: string): Promise<CountyMonthRecord | undefined>;
  insert(record: CountyMonthRecord, events: readonly PendingEvent[]): Promise<'inserted' | 'exists'>;
  /** Replaces what was kept of this branch; the month begins with it where nobody began it. */
  refuse(key: CountyMonthKey, branchId: string, refusal: BranchRefusal, events: readonly PendingEvent[]): Promise<void>;
  /** The branch is open: its refusal goes, and it counts among the open ones. */
  settle(key: CountyMonthKey, branchId: string): Promise<void>;
  finish(key: CountyMonthKey, end: { finishedAt: number; counts: CountyCounts }, events: readonly PendingEvent[]): Promise<void>;
};
