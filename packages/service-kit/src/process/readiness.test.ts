import { describe, expect, it } from '@jest/globals';
import { testApp } from '@jifen/test-kit';
import { createReadiness } from './readiness.ts';

const works = { name: 'store', check: async () => undefined };
const fails = { name: 'temporal', check: async () => Promise.reject(new Error('away')) };

describe('readiness', () => {
  it('is there when every check passes', async () => {
    expect(await createReadiness([works]).current()).toEqual({
      ready: true,
      stopping: false,
      checks: [{ name: 'store', ok: true, onlyDegrades: false }],
    });
  });

  it('is lost by one failing check, but not by one that only degrades', async () => {
    expect((await createReadiness([works, fails]).current()).ready).toBe(false);
    expect((await createReadiness([works, { ...fails, onlyDegrades: true }]).current()).ready).toBe(true);
  });

  it('is lost by a check that does not answer in time', async () => {
    const silent = { name: 'store', check: () => new Promise<void>(() => undefined) };
    expect((await createReadiness([silent], { timeoutMs: 10 }).current()).ready).toBe(false);
  });

  it('asks again after 2 s, not before', async () => {
    let asked = 0;
    let now = 0;
    const check = async () => {
      asked += 1;
    };
    const readiness = createReadiness([{ name: 'store', check }], { now: () => now });
    for (now of [0, 1999, 2000]) await readiness.current();
    expect(asked).toBe(2);
  });

  it('ends at once when the process stops, as /readyz shows', async () => {
    const ready = createReadiness([works]);
    const { http } = await testApp([], { ready });
    expect((await http.get('/readyz')).status).toBe(200);
    ready.stop();
    const answer = await http.get('/readyz');
    expect([answer.status, answer.body.stopping]).toEqual([503, true]);
    expect((await http.get('/healthz')).body).toEqual({ status: 'alive' });
  });
});
