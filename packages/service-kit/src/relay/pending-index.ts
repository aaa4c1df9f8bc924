import type { Connection } from 'mongoose';

/** An event in the outbox (`pending[]`) of its aggregate, written together with the change that it reports. `at` is in milliseconds. */
export type PendingEvent<T = unknown> = { id: string; type: string; at: number; payload: T };

const name = 'pending';

/** The index of documents with a non-empty outbox (`pending[]`). */
export const somethingPending = { 'pending.0': { $exists: true } } as const;

/** The planner expects half of all documents to match and would scan them: this hint forces the index, which must exist. */
export const byPendingIndex = { hint: name } as const;

/** Builds the index once for each caller; a failure is repeated. */
export function pendingIndexOf(connection: Connection, collection: string): () => Promise<void> {
  let built: Promise<void> | undefined;
  return () => {
    built ??= connection
      .collection(collection)
      .createIndex({ 'pending.0': 1 }, { name, partialFilterExpression: somethingPending })
      .then(() => undefined);
    built.catch(() => {
      built = undefined;
    });
    return built;
  };
}
