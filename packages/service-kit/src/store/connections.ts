import { Redis } from 'ioredis';
import { type Connection, createConnection } from 'mongoose';

export type { Connection } from 'mongoose';

/** Majority and journal are set explicitly: weaker defaults lose acknowledged writes. Indexes are built by `ensureIndexes` only. */
export async function connectMongo(url: string, database: string): Promise<Connection> {
  return createConnection(url, {
    dbName: database,
    serverSelectionTimeoutMS: 3000,
    socketTimeoutMS: 30_000,
    maxPoolSize: 20,
    autoIndex: false,
    autoCreate: false,
    writeConcern: { w: 'majority', journal: true },
  }).asPromise();
}

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
