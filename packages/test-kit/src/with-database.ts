import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';
import { type Connection, connectMongo } from '@jifen/service-kit';
import { requireServer } from './require-server.ts';

/** A database of this test file's own: made before its tests, dropped after them. */
export function withDatabase(): { connection(): Connection } {
  let opened: Connection | undefined;
  beforeAll(async () => {
    opened = await connectMongo(requireServer('MONGO_URL'), `jifen_test_${randomUUID().slice(0, 8)}`);
  }, 30_000);
  afterAll(async () => {
    await opened?.dropDatabase();
    await opened?.close();
  }, 30_000);
  return {
    connection() {
      if (!opened) throw new Error('The database is there only while the tests run.');
      return opened;
    },
  };
}
