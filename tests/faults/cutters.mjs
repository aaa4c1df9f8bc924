import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { connect, createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

const cutMs = 5_000;

/**
 * A proxy between the services and each of these servers. `POST /NAME` at `url` cuts every connection through NAME and refuses new ones
 * for some seconds; it answers when that time is over.
 * @param {Record<string, number>} servers port by name
 */
export async function startCutters(servers) {
  const cutters = new Map();
  for (const [name, port] of Object.entries(servers)) cutters.set(name, await startCutter(port));
  const control = createHttpServer(async ({ url = '' }, response) => {
    const cutter = cutters.get(url.slice(1));
    await cutter?.cut();
    response.writeHead(cutter ? 204 : 404).end();
  });
  const controlPort = await listening(control);
  return {
    url: `http://127.0.0.1:${controlPort}`,
    ports: Object.fromEntries([...cutters].map(([name, { port }]) => [name, port])),
    stop() {
      for (const server of [control, ...cutters.values()]) server.close();
      for (const cutter of cutters.values()) cutter.tear();
    },
  };
}

async function startCutter(target) {
  const open = new Set();
  let isCut = false;
  const tear = () => {
    for (const socket of open) socket.resetAndDestroy();
  };
  const server = createServer((client) => {
    if (isCut) return client.resetAndDestroy();
    const upstream = connect(target, '127.0.0.1');
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ]) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  const port = await listening(server);
  return {
    port,
    tear,
    close: () => server.close(),
    async cut() {
      isCut = true;
      tear();
      await delay(cutMs);
      isCut = false;
    },
  };
}

async function listening(server) {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return server.address().port;
}
