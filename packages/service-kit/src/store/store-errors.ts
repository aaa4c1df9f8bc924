import { setTimeout as delay } from 'node:timers/promises';

const contention = new Set<unknown>([11000, 112, 16908292]);

/** The row exists already; the store does not say by which key, so read it again. */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 11000;
}

/** Duplicate key, write conflict, deadlock. */
export function isContention(error: unknown): boolean {
  return error instanceof Error && 'code' in error && contention.has(error.code);
}

/** Duplicate key, write conflict and deadlock are tried again, up to 8 times with jitter; anything else is thrown at once. */
export async function retryOnContention<T>(attempt: () => Promise<T>, attempts = 8): Promise<T> {
  for (let n = 1; ; n += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isContention(error) || n >= attempts) throw error;
      await delay(Math.random() * Math.min(2 ** n * 5, 200));
    }
  }
}

const unavailable = new Set([
  'MongoServerSelectionError',
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoNotConnectedError',
  'MongoPoolClearedError',
  'MongoWaitQueueTimeoutError',
  'MongoTopologyClosedError',
  'MongooseServerSelectionError',
  'MaxRetriesPerRequestError',
]);

/** Whether the record (or Redis) is unavailable: the answer is 503, to be retried. */
export function isStoreUnavailable(error: unknown): boolean {
  return error instanceof Error && (unavailable.has(error.name) || isStoreUnavailable(error.cause));
}
