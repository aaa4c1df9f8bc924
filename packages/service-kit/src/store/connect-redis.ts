import { Redis } from 'ioredis';

const settings = {
  producer: { maxRetriesPerRequest: 1, commandTimeout: 3000 },
  worker: { maxRetriesPerRequest: null },
};

/** Connects in the background. A `producer` fails fast while Redis is away, a `worker` waits for it, as BullMQ's workers demand. */
export function connectRedis(url: string, use: keyof typeof settings = 'producer'): Redis {
  const redis = new Redis(url, { ...settings[use], connectTimeout: 3000, retryStrategy: (attempt) => Math.min(attempt * 200, 2000) });
  redis.on('error', () => undefined);
  return redis;
}
