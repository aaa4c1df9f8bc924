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
