import type { PendingEvent } from '../relay/pending-event.ts';

export type AuditResult = 'done' | 'refused' | 'failed';

/** What happened, before it is chained. `at` is real time in milliseconds, never business time. */
export type AuditRecord = {
  eventId: string;
  at: number;
  actor: string;
  service: string;
  role?: string | undefined;
  organisation?: string | undefined;
  action: string;
  target: string;
  result: AuditResult;
  requestId: string;
  details?: Record<string, unknown> | undefined;
};

export type AuditPending = PendingEvent<AuditRecord> & { type: 'audit' };

/** Stores refusals and unmasked reads before the answer; knows the age of the oldest unchained record. */
export type AuditSink = { insert(record: AuditRecord): Promise<void>; oldestUnchainedMs(): Promise<number> };
