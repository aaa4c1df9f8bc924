import type { Connection } from 'mongoose';
import type { AuditRecord } from './audit-record.ts';
import { type AuditEntry, type ChainHead, chainStart } from './chain.ts';

type InboxRow = AuditRecord & { _id: string };

export type AuditStore = {
  ensureIndexes(): Promise<void>;
  head(): Promise<ChainHead>;
  known(eventIds: readonly string[]): Promise<Set<string>>;
  /** Rejects with 11000 when another appender took a `seq` or an event is already chained. */
  insertInOrder(entries: readonly AuditEntry[]): Promise<void>;
  entries(): AsyncIterable<AuditEntry>;
  putInInbox(record: AuditRecord): Promise<void>;
  inbox(limit: number): Promise<AuditRecord[]>;
  takeFromInbox(eventIds: readonly string[]): Promise<void>;
  /** Real time of the oldest record in the inbox or in a `pending[]` of these collections. */
  oldestUnchainedAt(collections: readonly string[]): Promise<number | undefined>;
};

export function createAuditStore(connection: Connection): AuditStore {
  const audit = connection.collection<AuditEntry>('audit');
  const inbox = connection.collection<InboxRow>('auditInbox');
  return {
    async ensureIndexes() {
      await audit.createIndex({ seq: 1 }, { name: 'seq', unique: true });
      await inbox.createIndex({ at: 1 }, { name: 'at' });
    },
    async head() {
      const last = await audit.find().sort({ seq: -1 }).limit(1).project<ChainHead>({ seq: 1, hash: 1 }).next();
      return last ? { seq: last.seq, hash: last.hash } : chainStart;
    },
    async known(eventIds) {
      const found = await audit
        .find({ _id: { $in: [...eventIds] } })
        .project<{ _id: string }>({ _id: 1 })
        .toArray();
      return new Set(found.map(({ _id }) => _id));
    },
    async insertInOrder(entries) {
      await audit.insertMany([...entries], { ordered: true });
    },
    entries: () => audit.find().sort({ seq: 1 }),
    async putInInbox(record) {
      await inbox.insertOne({ ...record, _id: record.eventId });
    },
    async inbox(limit) {
      const rows = await inbox.find().sort({ at: 1 }).limit(limit).toArray();
      return rows.map(({ _id, ...record }) => record);
    },
    async takeFromInbox(eventIds) {
      await inbox.deleteMany({ _id: { $in: [...eventIds] } });
    },
    async oldestUnchainedAt(collections) {
      const waiting = await inbox.find().sort({ at: 1 }).limit(1).project<{ at: number }>({ at: 1 }).next();
      const pending = await Promise.all(collections.map((collection) => oldestPendingRecord(connection, collection)));
      const instants = [waiting?.at, ...pending].filter((at) => at !== undefined);
      return instants.length > 0 ? Math.min(...instants) : undefined;
    },
  };
}

async function oldestPendingRecord(connection: Connection, collection: string): Promise<number | undefined> {
  const [found] = await connection
    .collection(collection)
    .aggregate<{ at: number }>([
      { $match: { 'pending.0': { $exists: true } } },
      { $unwind: '$pending' },
      { $match: { 'pending.type': 'audit' } },
      { $group: { _id: null, at: { $min: '$pending.payload.at' } } },
    ])
    .toArray();
  return found?.at;
}
