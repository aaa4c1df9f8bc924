import type { Connection } from 'mongoose';
import type { Logger } from '../log/logger.ts';
import type { AuditRecord, AuditSink } from './audit-record.ts';

export type AuditAppenderOptions = { connection: Connection; key: Uint8Array; logger: Logger; leaseMs?: number; intervalMs?: number };

/** `append` is what a relay delivers events of type `audit` to. */
export type AuditAppender = AuditSink & {
  append(record: AuditRecord): Promise<void>;
  start(): Promise<void>;
  runOnce(): Promise<number>;
  stop(): Promise<void>;
};

export function createAuditAppender(_options: AuditAppenderOptions): AuditAppender {
  throw new Error('createAuditAppender is not built yet');
}
