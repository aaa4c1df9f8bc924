import { Client, Connection as TemporalConnection } from '@temporalio/client';
import { type Connection, createConnection } from 'mongoose';
import type { Servers } from './read-snapshot.ts';

export type Temporal = { connection: TemporalConnection; workflow: Client['workflow'] };

export async function withTemporal<T>(
  { temporalAddress, temporalNamespace }: Servers,
  work: (temporal: Temporal) => Promise<T>,
): Promise<T> {
  const connection = await TemporalConnection.connect({ address: temporalAddress });
  const { workflow } = new Client({ connection, namespace: temporalNamespace });
  return work({ connection, workflow }).finally(() => connection.close());
}

export async function withStore<T>({ mongoUrl }: Servers, dbName: string, work: (store: Connection) => Promise<T>): Promise<T> {
  const store = await createConnection(mongoUrl, { dbName }).asPromise();
  return work(store).finally(() => store.close());
}
