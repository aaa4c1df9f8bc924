import type { MonthState } from '../processes/processes.ts';
import type { BranchMonthRecord } from './branch-month.store.ts';

/** What the processes know of a month. */
export const monthStateOf = (record: BranchMonthRecord): MonthState => ({
  stage: record.stage,
  round: record.round,
  rosterHash: record.rosterHash,
  deadlines: record.deadlines,
  actIds: record.actIds,
  awaitingProjection: record.awaitingProjection !== undefined,
});
