import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { createLogger, createProcessGauge } from '@jifen/service-kit';
import { aCaller, aGrant, testIdentity } from '@jifen/test-kit';
import { serveWorker } from './serve-worker.ts';

const gauge = createProcessGauge({ packageUrl: new URL('../package.json', import.meta.url) });
const administrator = aCaller({ grants: [aGrant({ role: 'system-administrator', organisation: '/qinghe' })] });

async function asking(takesOnWork: boolean, paths: readonly string[], caller = administrator) {
  const identity = await testIdentity();
  const logger = createLogger('test', 'silent');
  const about = { name: 'branch-worker', port: 0, host: '127.0.0.1', takesOnWork: () => takesOnWork };
  const server = await serveWorker({ ...about, gauge, identity: identity.identify, logger });
  const { port } = server.address() as AddressInfo;
  const headers = await identity.headersFor(caller);
  const answers = await Promise.all(paths.map((path) => fetch(`http://127.0.0.1:${port}${path}`, { headers })));
  server.close();
  return answers;
}

const health = ['/healthz', '/readyz', '/other'];
const statuses = (answers: Response[]) => answers.map(({ status }) => status);

describe('health of a worker', () => {
  it('is alive but not ready while it does not take on work', async () => {
    expect(statuses(await asking(false, health))).toEqual([200, 503, 404]);
  });

  it('is ready while it takes on work', async () => {
    expect(statuses(await asking(true, health))).toEqual([200, 200, 404]);
  });

  it('is told to the system administrator in figures, and to no other', async () => {
    const [answer] = await asking(true, ['/operations']);
    expect(await answer?.json()).toMatchObject({ process: { ready: true, checks: [{ name: 'work', ok: true }] } });
    expect(statuses(await asking(true, ['/operations'], aCaller()))).toEqual([403]);
  });
});
