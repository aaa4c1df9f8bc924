import type { AuditRecord, AuditSink } from '@jifen/service-kit';

/** Keeps what was recorded, and can pretend that the chain has been standing still. */
export type FakeAudit = AuditSink & { records: AuditRecord[]; standStillFor(ms: number): void };

export function fakeAudit(): FakeAudit {
  const records: AuditRecord[] = [];
  let oldestMs = 0;
  return {
    records,
    insert: async (record) => {
      records.push(record);
    },
    oldestUnchainedMs: async () => oldestMs,
    standStillFor(ms) {
      oldestMs = ms;
    },
  };
}
