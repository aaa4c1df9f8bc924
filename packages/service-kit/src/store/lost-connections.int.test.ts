import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as delay, setImmediate as written } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { requireServer } from '@jifen/test-kit';
import { connectMongo } from './connections.ts';

const accepted: Socket[] = [];
const relay = createServer((client) => {
  const { hostname, port } = new URL(requireServer('MONGO_URL'));
  const server = connect(Number(port), hostname);
  accepted.push(client);
  for (const [from, to] of [[client, server] as const, [server, client] as const]) {
    from.on('error', () => to.destroy()).on('close', () => to.destroy());
    from.pipe(to);
  }
});

/** Ends all connections at once, in the order in which they were made: the driver's monitoring connection is the first. */
const endAll = () => {
  for (const socket of accepted.splice(0)) socket.destroy();
};

beforeAll(() => once(relay.listen(0, '127.0.0.1'), 'listening'));
afterAll(() => {
  endAll();
  relay.close();
});

describe('a store whose connections end all at once', () => {
  it('is found again by a service with a request in progress', async () => {
    const { port } = relay.address() as AddressInfo;
    const connection = await connectMongo(`mongodb://127.0.0.1:${port}/?minHeartbeatFrequencyMS=1`, 'jifen_test_lost_connections');
    const looks = () => Array.from({ length: 10 }, () => connection.collection('nothing').findOne({}));
    for (let time = 0; time < 5; time += 1) {
      await Promise.all(looks());
      // The driver waits a millisecond before it checks the server again: only then does it use the ending connection.
      await delay(5);
      const inFlight = Promise.all(looks());
      await written();
      endAll();
      expect(await inFlight).toEqual(Array(10).fill(null));
    }
    await connection.close();
  }, 30_000);
});
