import type { Connection } from 'mongoose';
import type { PendingEvent } from './pending-event.ts';
import { byPendingIndex, pendingIndexOf, somethingPending } from './pending-index.ts';

export type Carrier = { _id: unknown; pending: PendingEvent[] };
type CarrierRow = { _id: never; pending: PendingEvent[] };
type SentRow = PendingEvent & { _id: string; collection: string; documentId: unknown; sentAt: Date };

export type PendingStore = {
  ensureIndexes(): Promise<void>;
  next(limit: number, except: readonly unknown[]): Promise<Carrier[]>;
  settle(documentId: unknown, delivered: readonly PendingEvent[]): Promise<void>;
};

const keptSeconds = 35 * 24 * 60 * 60;

/** Events lie in their aggregate's `pending[]`; once delivered they are copied to `sent`, then pulled. */
export function createPendingStore(connection: Connection, collection: string): PendingStore {
  const carriers = connection.collection<CarrierRow>(collection);
  const sent = connection.collection<SentRow>('sent');
  const indexed = pendingIndexOf(connection, collection);
  return {
    async ensureIndexes() {
      await indexed();
      await sent.createIndex({ sentAt: 1 }, { name: 'kept-35-days', expireAfterSeconds: keptSeconds });
    },
    async next(limit, except) {
      await indexed();
      const found = carriers.find({ ...somethingPending, _id: { $nin: except as never[] } }, byPendingIndex);
      return found.project<Carrier>({ pending: 1 }).limit(limit).toArray();
    },
    async settle(documentId, delivered) {
      if (delivered.length === 0) return;
      const rows = delivered.map((event) => ({ ...event, _id: event.id, collection, documentId, sentAt: new Date() }));
      await sent.bulkWrite(
        rows.map(({ _id, ...row }) => ({ updateOne: { filter: { _id }, update: { $setOnInsert: row }, upsert: true } })),
      );
      await carriers.updateOne({ _id: documentId as never }, { $pull: { pending: { id: { $in: delivered.map(({ id }) => id) } } } });
    },
  };
}
