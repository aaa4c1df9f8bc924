import type { AuditRecord, AuditSink } from '@jifen/service-kit';

/** Keeps what was recorded, and can simulate a stuck chain. */
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
