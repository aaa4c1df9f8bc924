import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { serveHealth } from './health.ts';

async function statusesWhile(ready: boolean): Promise<number[]> {
  const server = await serveHealth({ port: 0, host: '127.0.0.1', ready: () => ready });
  const { port } = server.address() as AddressInfo;
  const answers = await Promise.all(['/healthz', '/readyz', '/other'].map((path) => fetch(`http://127.0.0.1:${port}${path}`)));
  server.close();
  return answers.map(({ status }) => status);
}

describe('health of a worker', () => {
  it('is alive but not ready while it does not take on work', async () => {
    expect(await statusesWhile(false)).toEqual([200, 503, 404]);
  });

  it('is ready while it takes on work', async () => {
    expect(await statusesWhile(true)).toEqual([200, 200, 404]);
  });
});
