import { EventEmitter, once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { eventually, fakeAudit } from '@jifen/test-kit';
import { buildApp } from '../http/app.ts';
import { aHeldRoute } from '../http/held-route.builders.ts';
import { createLogger } from '../log/logger.ts';
import { createReadiness } from './readiness.ts';
import { type Closing, runService } from './run-service.ts';

class FakeProcess extends EventEmitter {
  readonly exits: number[] = [];
  exit(code: number) {
    this.exits.push(code);
    this.emit('exited');
  }
}

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

async function started(close: Closing[] = []) {
  const { route: slow, held: answers } = aHeldRoute();
  const ready = createReadiness([]);
  const logger = createLogger('test', 'silent');
  const app = buildApp({
    title: 'test',
    routes: [slow],
    identity: async () => undefined,
    mayAnywhere: () => false,
    audit: fakeAudit(),
    ready,
    logger,
    now: () => 0,
  });
  const lifecycle = new FakeProcess();
  const server = await runService({ app, port: 0, host: '127.0.0.1', ready, close, logger, drainMs: 20, closingMs: 50 }, lifecycle);
  servers.push(server);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { lifecycle, url, answers, server };
}

describe('a service in a burst of connections', () => {
  it('takes a thousand connections while it is busy, and keeps them longer than clients do', async () => {
    const { url, server } = await started();
    let connected = 0;
    const knocking = Array.from({ length: 1000 }, () => connect(Number(new URL(url).port), '127.0.0.1', () => (connected += 1)));
    const busyUntil = performance.now() + 300;
    while (performance.now() < busyUntil);
    await eventually(() => expect(connected).toBe(1000), { withinMs: 600 });
    for (const socket of knocking) socket.destroy();
    expect(server.keepAliveTimeout).toBe(75_000);
  });
});

describe('a service that receives a signal to stop', () => {
  it('finishes the requests under way, closes in order and exits 0', async () => {
    const order: string[] = [];
    const closing = (name: string) => ({ name, close: async () => order.push(name) });
    const { lifecycle, url, answers } = await started([closing('worker'), closing('store')]);
    const underWay = fetch(`${url}/slow`);
    await eventually(() => expect(answers).toHaveLength(1));

    lifecycle.emit('SIGTERM');
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    await eventually(() => expect(fetch(`${url}/healthz`)).rejects.toThrow());
    expect(order).toEqual([]);
    answers[0]?.();

    expect((await underWay).status).toBe(204);
    await once(lifecycle, 'exited');
    expect(order).toEqual(['worker', 'store']);
    expect(lifecycle.exits).toEqual([0]);
  });

  it('exits 1 at the second signal', async () => {
    const { lifecycle } = await started();
    const exited = once(lifecycle, 'exited');
    lifecycle.emit('SIGINT');
    lifecycle.emit('SIGTERM');
    expect(lifecycle.exits).toEqual([1]);
    await exited;
  });

  it('does not wait for a closing that hangs, and exits 1', async () => {
    const order: string[] = [];
    const stuck = { name: 'queue', close: () => new Promise<void>(() => undefined) };
    const store = { name: 'store', close: async () => order.push('store') };
    const { lifecycle } = await started([stuck, store]);
    lifecycle.emit('SIGTERM');
    await once(lifecycle, 'exited');
    expect([order, lifecycle.exits]).toEqual([['store'], [1]]);
  });

  it('exits 1 on an uncaught failure', async () => {
    const { lifecycle } = await started();
    lifecycle.emit('unhandledRejection', new Error('forgotten'));
    expect(lifecycle.exits).toEqual([1]);
  });
});
