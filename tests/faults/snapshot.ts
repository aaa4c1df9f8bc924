import type { MonthCounters } from '@jifen/contracts';
import type { AuditEntry } from '@jifen/service-kit';

/** The record as the checker reads it, when all outboxes are empty. */
export type Snapshot = {
  acts: RecordedAct[];
  months: RecordedMonth[];
  ledger: RecordedRow[];
  sheets: RecordedSheet[];
  audit: AuditEntry[];
  auditKey: Uint8Array;
  /** Open processes, one entry for each run. */
  processes: { workflowId: string; runId: string }[];
  /** Events that were not delivered within the time limit. */
  undelivered: number;
};

export type RecordedAct = {
  _id: string;
  branchId: string;
  period: string;
  memberId?: string;
  businessKey: string;
  live?: boolean;
  unfolded?: boolean;
  status: 'pending' | 'effective' | 'refused' | 'withdrawn';
  at: number;
  onBehalf?: object;
  content: { kind: string; actId?: string; applicationId?: string; carried?: boolean; lines?: { task: { kind: string } | number }[] };
};

export type RecordedMonth = {
  _id: string;
  stage: string;
  actIds: string[];
  counters: MonthCounters;
  awaitingProjection?: string;
  state: {
    applicationBy: number;
    participants: { memberId: string; applicationBy?: number; left?: object }[];
    rounds: { status: string; lines: { memberId: string; standing: string }[] }[];
  };
};

export type RecordedRow = {
  _id: string;
  memberId: string;
  branchId: string;
  period: string;
  component: 'base' | 'task' | 'reward' | 'honour';
  item: string;
  amount: number;
  actId: string;
  reverses?: string;
};

export type RecordedSheet = { _id: string; memberId: string; period: string; totals: Record<RecordedRow['component'], number> };

export const monthIdOf = ({ branchId, period }: { branchId: string; period: string }) => `${branchId}/${period}`;
