import type { Connection } from 'mongoose';
import { z } from 'zod';
import { storedRecord } from '../audit/audit-record.ts';
import { documentReader, UnreadableDocument } from '../store/document-reader.ts';
import { byPendingIndex, type PendingEvent, pendingIndexOf, somethingPending } from './pending-index.ts';

/** One that cannot be read holds up no other: it has nothing to deliver, and says why. */
export type Carrier = { _id: unknown; pending: PendingEvent[]; unreadable?: UnreadableDocument };
type CarrierRow = { _id: never; pending: PendingEvent[] };
type SentRow = PendingEvent & { _id: string; collection: string; documentId: unknown; sentAt: Date };

export type Delivered = { documentId: unknown; delivered: readonly PendingEvent[]; copied: readonly PendingEvent[] };

const keptSeconds = 35 * 24 * 60 * 60;

const waits = { id: z.string(), at: z.number() };
const storedEvent = z.union([
  z.looseObject({ ...waits, type: z.literal('audit'), payload: storedRecord }),
  z.looseObject({ ...waits, type: z.string().refine((type) => type !== 'audit'), payload: z.unknown() }),
]);
const storedCarrier = z.object({ _id: z.unknown(), pending: z.array(storedEvent) });

export type PendingStore = ReturnType<typeof createPendingStore>;

/** The outbox: events in their aggregate's `pending[]`; once delivered they are copied to `sent` and removed. */
export function createPendingStore(connection: Connection, collection: string) {
  const carriers = connection.collection<CarrierRow>(collection);
  const sent = connection.collection<SentRow>('sent');
  const indexed = pendingIndexOf(connection, collection);
  const reader = documentReader(collection, storedCarrier);
  const carrierOf = (document: { _id: unknown }): Carrier => {
    try {
      return reader.one(document);
    } catch (error) {
      if (error instanceof UnreadableDocument) return { _id: document._id, pending: [], unreadable: error };
      throw error;
    }
  };
  const waiting = async (limit: number, except: readonly unknown[], more = {}): Promise<Carrier[]> => {
    await indexed();
    const found = carriers.find({ ...somethingPending, ...more, _id: { $nin: except as never[] } }, byPendingIndex);
    return (await found.project<{ _id: unknown }>({ pending: 1 }).limit(limit).toArray()).map(carrierOf);
  };
  return {
    async ensureIndexes() {
      await indexed();
      await sent.createIndex({ sentAt: 1 }, { name: 'kept-35-days', expireAfterSeconds: keptSeconds });
    },
    next: (limit: number, except: readonly unknown[]) => waiting(limit, except),
    /** Other documents with an audit record in their outbox. */
    nextRecords: (limit: number, except: readonly unknown[]) => waiting(limit, except, { 'pending.type': 'audit' }),
    /** Removes the delivered events of each document; `copied` are kept in `sent` for 35 days. */
    async settle(deliveries: readonly Delivered[]) {
      const sentAt = new Date();
      const copies = deliveries.flatMap(({ documentId, copied }) =>
        copied.map(({ id: _id, ...event }) => {
          return {
            updateOne: { filter: { _id }, update: { $setOnInsert: { id: _id, ...event, collection, documentId, sentAt } }, upsert: true },
          };
        }),
      );
      const pulls = deliveries
        .filter(({ delivered }) => delivered.length > 0)
        .map(({ documentId, delivered }) => {
          const those = { pending: { id: { $in: delivered.map(({ id }) => id) } } };
          return { updateOne: { filter: { _id: documentId as never }, update: { $pull: those } } };
        });
      if (copies.length > 0) await sent.bulkWrite(copies);
      if (pulls.length > 0) await carriers.bulkWrite(pulls);
    },
  };
}
