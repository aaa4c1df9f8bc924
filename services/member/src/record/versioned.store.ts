import { type DocumentReader, documentReader, type PendingEvent } from '@jifen/service-kit';
import { z } from 'zod';

/** One aggregate as it is kept: every write raises the version by one. */
export type Kept<T> = { id: string; version: number; value: T };

/** A write that counts only while the kept version is still `replaces`; 0 stands for "not kept yet". */
export type Write<T> = { id: string; value: T; replaces: number; events?: readonly PendingEvent[]; cardDue?: boolean };

/** Another write came first: load again and decide again. */
export class WriteConflict extends Error {
  override readonly name = 'WriteConflict';
}

export type VersionedStore<T> = {
  byIds(ids: readonly string[]): Promise<Kept<T>[]>;
  /** Throws `WriteConflict` when one of the writes lost; the others may have been made. */
  write(writes: readonly Write<T>[]): Promise<void>;
  /** Aggregates whose card other services do not have yet. */
  withCardDue(limit: number): Promise<Kept<T>[]>;
  cardsDelivered(kept: readonly { id: string; version: number }[]): Promise<void>;
};

/** Repeats a decision whose write lost against another one, at most five times. */
export async function decideAgainOnConflict<T>(attempt: () => Promise<T>): Promise<T> {
  for (let n = 1; ; n += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof WriteConflict) || n >= 5) throw error;
    }
  }
}

/** What reads the aggregates of one collection, and the collection's name. */
export type KeptReader<T> = DocumentReader<Kept<T>> & { collection: string };

export function keptReader<T>(collection: string, value: z.ZodType<T>): KeptReader<T> {
  const stored = z.object({ _id: z.string(), version: z.number(), value });
  const kept = stored.transform((document): Kept<T> => ({ id: document._id, version: document.version, value: document.value }));
  return { collection, ...documentReader(collection, kept) };
}
