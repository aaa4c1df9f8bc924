import { Redis } from 'ioredis';

/** `producer` fails fast while Redis is away; `worker` waits for it, as BullMQ's workers demand. */
export function connectRedis(url: string, use: 'producer' | 'worker' = 'producer'): Redis {
  return new Redis(url, {
    maxRetriesPerRequest: use === 'worker' ? null : 1,
    enableOfflineQueue: use === 'worker',
    retryStrategy: (attempt) => Math.min(attempt * 200, 2000),
  });
}
