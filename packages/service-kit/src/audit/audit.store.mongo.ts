import type { Connection } from 'mongoose';
import { z } from 'zod';
import { byPendingIndex, pendingIndexOf, somethingPending } from '../relay/pending-index.ts';
import { documentReader, plain } from '../store/document-reader.ts';
import { type AuditRecord, auditRecord } from './audit-record.ts';
import type { AuditEntry, ChainHead } from './chain.ts';

type InboxRow = AuditRecord & { _id: string };

const storedOldest = z.object({ at: z.number() });
const heads = documentReader('audit', z.object({ seq: z.number(), hash: z.string() }));
const rows = documentReader<InboxRow>('auditInbox', auditRecord.extend({ _id: z.string() }).loose());
const oldest = documentReader('auditInbox', storedOldest);

export type AuditStore = ReturnType<typeof createAuditStore>;

/** `collections`: those whose documents carry audit records in their outbox. */
export function createAuditStore(connection: Connection, collections: readonly string[]) {
  const audit = connection.collection<AuditEntry>('audit');
  const inbox = connection.collection<InboxRow>('auditInbox');
  const carriers = collections.map((collection) => ({ collection, indexed: pendingIndexOf(connection, collection) }));
  return {
    async ensureIndexes() {
      await audit.createIndex({ seq: 1 }, { name: 'seq', unique: true });
      await inbox.createIndex({ at: 1 }, { name: 'at' });
    },
    /** The newest entry; `from` is one that is known to be in the chain. */
    async head(from: ChainHead): Promise<ChainHead> {
      const last = await audit
        .find({ seq: { $gte: from.seq } })
        .sort({ seq: -1 })
        .limit(1)
        .project({ seq: 1, hash: 1 })
        .next();
      return heads.found(last) ?? from;
    },
    async known(eventIds: readonly string[]) {
      const found = await audit
        .find({ _id: { $in: [...eventIds] } })
        .project<{ _id: string }>({ _id: 1 })
        .toArray();
      return new Set(found.map(({ _id }) => _id));
    },
    /** Rejects with 11000 when another appender took a `seq` or an event is already chained. */
    async insertInOrder(entries: readonly AuditEntry[]) {
      await audit.insertMany([...entries], { ordered: true });
    },
    async putInInbox(record: AuditRecord) {
      await inbox.insertOne(plain({ ...record, _id: record.eventId }));
    },
    async inbox(limit: number): Promise<AuditRecord[]> {
      const found = await inbox.find().sort({ at: 1 }).limit(limit).toArray();
      return rows.all(found).map(({ _id, ...record }) => record);
    },
    async takeFromInbox(eventIds: readonly string[]) {
      await inbox.deleteMany({ _id: { $in: [...eventIds] } });
    },
    /** Real time of the oldest record in the inbox or in an outbox of these collections. */
    async oldestUnchainedAt() {
      const waiting = oldest.found(await inbox.find().sort({ at: 1 }).limit(1).project({ at: 1 }).next());
      const pending = await Promise.all(
        carriers.map(({ collection, indexed }) => indexed().then(() => oldestPendingRecord(connection, collection))),
      );
      const instants = [waiting?.at, ...pending].filter((at) => at !== undefined);
      return instants.length > 0 ? Math.min(...instants) : undefined;
    },
  };
}

async function oldestPendingRecord(connection: Connection, collection: string): Promise<number | undefined> {
  const [found] = await connection
    .collection(collection)
    .aggregate(
      [
        { $match: somethingPending },
        { $unwind: '$pending' },
        { $match: { 'pending.type': 'audit' } },
        { $group: { _id: null, at: { $min: '$pending.payload.at' } } },
      ],
      byPendingIndex,
    )
    .toArray();
  return documentReader(collection, storedOldest).found(found)?.at;
}
