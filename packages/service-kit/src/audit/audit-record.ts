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

/** Where refusals and unmasked reads go before the answer, and how old the oldest record is that no chain holds yet. */
export type AuditSink = { insert(record: AuditRecord): Promise<void>; oldestUnchainedMs(): Promise<number> };
