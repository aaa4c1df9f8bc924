import { type DocumentReader, documentReader } from '@jifen/service-kit';
import { z } from 'zod';
import type { Kept } from './versioned.store.ts';

/** What reads the aggregates of one collection, and the collection's name. */
export type KeptReader<T> = DocumentReader<Kept<T>> & { collection: string };

export function keptReader<T>(collection: string, value: z.ZodType<T>): KeptReader<T> {
  const stored = z.object({ _id: z.string(), version: z.number(), value });
  const kept = stored.transform((document): Kept<T> => ({ id: document._id, version: document.version, value: document.value }));
  return { collection, ...documentReader(collection, kept) };
}
