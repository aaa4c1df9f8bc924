import type { Connection } from 'mongoose';

const name = 'pending';

/** Of documents on which an event waits, in a collection whose documents carry `pending[]`. */
export const somethingPending = { 'pending.0': { $exists: true } } as const;

/** The planner takes half of all documents to match, and would rather read them all: it is told to use the index, which must be there. */
export const byPendingIndex = { hint: name } as const;

/** Builds the index once for each caller; what failed is tried again. */
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
