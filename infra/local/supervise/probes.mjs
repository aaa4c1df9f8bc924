import { get } from 'node:http';
import { connect } from 'node:net';
import { mongoCommand } from '../servers/mongo-wire.mjs';

const TIMEOUT_MS = 5_000;

/**
 * @typedef {{ kind: 'tcp' | 'redis' | 'mongo', port: number } | { kind: 'http', port: number, path: string }} Probe
 */

/** Whether the server behind a probe answers and is ready. */
export async function isReady(probe) {
  try {
    return await PROBES[probe.kind](probe);
  } catch {
    return false;
  }
}

const PROBES = {
  tcp: ({ port }) => exchange(port, undefined, () => true),
  redis: ({ port }) => exchange(port, 'PING\r\n', (answer) => answer.toString().startsWith('+PONG')),
  mongo: async ({ port }) => (await mongoCommand(port, { listDatabases: 1, nameOnly: true, $db: 'admin' })).ok,
  http: ({ port, path }) =>
    new Promise((resolve, reject) => {
      const request = get({ host: '127.0.0.1', port, path, timeout: TIMEOUT_MS, agent: false }, (response) => {
        response.resume();
        resolve((response.statusCode ?? 500) < 400);
      });
      request.on('timeout', () => request.destroy(new Error('timeout')));
      request.on('error', reject);
    }),
};

/** Sends some bytes (or nothing) and judges the first answer. */
function exchange(port, bytes, judge) {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: TIMEOUT_MS });
    const end = (verdict) => {
      socket.destroy();
      resolve(verdict);
    };
    socket.on('connect', () => (bytes === undefined ? end(judge(Buffer.alloc(0))) : socket.write(bytes)));
    socket.on('data', (data) => end(judge(data)));
    socket.on('timeout', () => end(false));
    socket.on('error', reject);
  });
}
