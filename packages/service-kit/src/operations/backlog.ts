import type { BacklogReport } from '@jifen/contracts';
import type { Connection } from 'mongoose';
import { byPendingIndex, pendingIndexOf, somethingPending } from '../relay/pending-index.ts';

/** The backlog of a collection: the index finds exactly the documents with a non-empty outbox. */
export const backlogStages = [
  { $match: somethingPending },
  { $project: { oldest: { $min: '$pending.at' } } },
  { $group: { _id: null, pending: { $sum: 1 }, oldest: { $min: '$oldest' } } },
];

/** How many events each relay still has to deliver, and the age of the oldest: how far the other services lag behind this record. */
export function backlogOf(connection: Connection, collections: readonly string[], realNow = Date.now): () => Promise<BacklogReport[]> {
  const carriers = collections.map((name) => ({ name, indexed: pendingIndexOf(connection, name) }));
  return () =>
    Promise.all(
      carriers.map(async ({ name, indexed }) => {
        await indexed();
        const cursor = connection.collection(name).aggregate<{ pending: number; oldest: number }>(backlogStages, byPendingIndex);
        const found = await cursor.next();
        if (!found) return { name, pending: 0 };
        return { name, pending: found.pending, oldestMs: Math.max(0, realNow() - found.oldest) };
      }),
    );
}
