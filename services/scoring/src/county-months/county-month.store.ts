import type { CountyMonthKey } from '@jifen/contracts';
import { documentReader, type PendingEvent } from '@jifen/service-kit';
import { z } from 'zod';

const text = z.string();
const number = z.number();

const refusal = z.object({ branchName: text, code: text, facts: z.record(text, z.unknown()), at: number });
/** Why a branch's month could not be opened with the county's. */
export type BranchRefusal = z.infer<typeof refusal>;

export const countyMonth = z.object({
  /** `county/period` */
  _id: text,
  countyId: text,
  period: text,
  begunAt: number,
  /** Of the last pass. */
  finishedAt: number.optional(),
  counts: z.object({ branches: number, open: number }).optional(),
  /** By branch; a branch that is open has none. */
  refusals: z.record(text, refusal),
});

/** A month that was opened for all branches of a county, and which of them refused. */
export type CountyMonthRecord = z.infer<typeof countyMonth>;

export const countyMonthId = ({ countyId, period }: CountyMonthKey): string => `${countyId}/${period}`;

export type CountyMonthStore = {
  find(key: CountyMonthKey): Promise<CountyMonthRecord | undefined>;
  newest(countyId: string): Promise<CountyMonthRecord | undefined>;
  insert(record: CountyMonthRecord, events: readonly PendingEvent[]): Promise<'inserted' | 'exists'>;
  /** Replaces what was kept of this branch; the month begins with it where nobody began it. */
  refuse(key: CountyMonthKey, branchId: string, refusal: BranchRefusal, events: readonly PendingEvent[]): Promise<void>;
  /** The branch is open: its refusal goes, and it counts among the open ones. */
  settle(key: CountyMonthKey, branchId: string): Promise<void>;
  finish(
    key: CountyMonthKey,
    end: Required<Pick<CountyMonthRecord, 'finishedAt' | 'counts'>>,
    events: readonly PendingEvent[],
  ): Promise<void>;
};

export const countyMonths = documentReader('countyMonths', countyMonth);
