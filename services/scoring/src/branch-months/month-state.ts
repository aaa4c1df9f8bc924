import type { monthState } from '@jifen/contracts';
import type { z } from 'zod';
import type { BranchMonthRecord } from './branch-month.store.ts';

export type MonthState = z.infer<typeof monthState>;

/** What the processes know of a month. */
export const monthStateOf = (record: BranchMonthRecord): MonthState => ({
  stage: record.stage,
  round: record.round,
  rosterHash: record.rosterHash,
  deadlines: record.deadlines,
  actIds: record.actIds,
  awaitingProjection: record.awaitingProjection !== undefined,
});
