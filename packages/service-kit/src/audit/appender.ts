import type { Connection } from 'mongoose';
import type { Logger } from '../log/logger.ts';
import { createBackgroundLoop } from '../process/background-loop.ts';
import { createLease } from '../store/lease.ts';
import { retryOnContention } from '../store/store-errors.ts';
import { type AuditStore, createAuditStore } from './audit.store.mongo.ts';
import type { AuditRecord, AuditSink } from './audit-record.ts';
import { type AuditEntry, type ChainHead, chained, chainStart } from './chain.ts';

export type AuditAppenderOptions = {
  connection: Connection;
  key: Uint8Array;
  /** The collections whose outbox (`pending[]`) carries audit records. */
  collections: readonly string[];
  logger: Logger;
  intervalMs?: number;
};

export type AuditAppender = AuditSink & {
  /** Chains one record; idempotent. Used as a relay's `audit`. */
  append(record: AuditRecord): Promise<void>;
  /** Builds its indexes, then empties the inbox in the background. */
  start(): Promise<void>;
  stop(): Promise<void>;
};

const batch = 200;
const rememberedMs = 1000;

export function createAuditAppender(options: AuditAppenderOptions): AuditAppender {
  const { connection, key, collections, logger, intervalMs = 500 } = options;
  const store = createAuditStore(connection, collections);
  const lease = createLease({ connection, name: 'audit-appender', leaseMs: 10_000 });
  let oldest = { readAt: Number.NEGATIVE_INFINITY, at: undefined as number | undefined };

  const append = createWriteQueue(chaining(store, key), batch);

  const round = async () => {
    if (!(await lease.acquire())) return 'idle';
    const records = await store.inbox(batch);
    await Promise.all(records.map(append));
    if (records.length > 0) await store.takeFromInbox(records.map(({ eventId }) => eventId));
    return records.length === batch ? 'more' : 'idle';
  };
  const loop = createBackgroundLoop({ name: 'audit-appender', round, intervalMs, logger });

  return {
    append,
    async insert(record) {
      await store.putInInbox(record);
      loop.wake();
    },
    async oldestUnchainedMs() {
      const now = Date.now();
      if (now - oldest.readAt >= rememberedMs) oldest = { readAt: now, at: await store.oldestUnchainedAt() };
      return oldest.at === undefined ? 0 : now - oldest.at;
    },
    async start() {
      await store.ensureIndexes();
      loop.start();
    },
    async stop() {
      await loop.stop();
      await lease.release();
    },
  };
}

/** Another process may append at the same time: the unique `seq` decides, and the loser continues from the new head. */
function chaining(store: AuditStore, key: Uint8Array): (records: readonly AuditRecord[]) => Promise<void> {
  let seen = chainStart;
  return (records) =>
    retryOnContention(async () => {
      const known = await store.known(records.map(({ eventId }) => eventId));
      const fresh = new Map(records.filter(({ eventId }) => !known.has(eventId)).map((record) => [record.eventId, record]));
      const entries: AuditEntry[] = [];
      let head: ChainHead = await store.head(seen);
      for (const record of fresh.values()) {
        const entry = chained(head, record, key);
        entries.push(entry);
        head = entry;
      }
      if (entries.length > 0) await store.insertInOrder(entries);
      seen = { seq: head.seq, hash: head.hash };
    });
}

/** Turns single calls into batches: while one batch is written, the next one fills. */
export function createWriteQueue<T>(write: (items: readonly T[]) => Promise<void>, batch: number): (item: T) => Promise<void> {
  type Waiting = { item: T; resolve: () => void; reject: (reason: unknown) => void };
  const waiting: Waiting[] = [];
  let writing = false;

  const drain = async () => {
    writing = true;
    while (waiting.length > 0) {
      const taken = waiting.splice(0, batch);
      const written = write(taken.map(({ item }) => item));
      for (const { resolve, reject } of taken) written.then(resolve, reject);
      await written.catch(() => undefined);
    }
    writing = false;
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!writing) void drain();
    });
}
