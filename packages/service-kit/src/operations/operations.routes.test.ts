import { describe, expect, it } from '@jest/globals';
import { aCaller, aGrant, eventually, testApp } from '@jifen/test-kit';
import { createReadiness } from '../process/readiness.ts';
import { createProcessGauge, type OperationsRoute, operationsRoute } from './operations.routes.ts';

const administrator = aCaller({ grants: [aGrant({ role: 'system-administrator', organisation: '/qinghe' })] });
const secretary = aCaller({ grants: [aGrant({ role: 'secretary' })] });
const packageUrl = new URL('../../package.json', import.meta.url);
const never = () => new Promise<never>(() => undefined);
const fails = async () => Promise.reject(new Error('away'));

async function ask(caller = administrator, figures: OperationsRoute['figures'] = {}) {
  const gauge = createProcessGauge({ packageUrl });
  const checks = [
    { name: 'store', check: async () => undefined },
    { name: 'temporal', check: fails, onlyDegrades: true },
  ];
  const app = await testApp([operationsRoute({ gauge, ready: createReadiness(checks), figures, timeoutMs: 20 })]);
  const answer = await app.http.get('/operations').set(await app.identity.headersFor(caller));
  gauge.stop();
  return { answer, audit: app.audit, http: app.http };
}

describe('GET /operations', () => {
  it('reports version, readiness with its checks, memory and delay of the process', async () => {
    const { answer } = await ask();
    expect(answer.status).toBe(200);
    expect(answer.body.process).toMatchObject({
      version: '0.1.0',
      ready: true,
      checks: [
        { name: 'store', ok: true, onlyDegrades: false },
        { name: 'temporal', ok: false, onlyDegrades: true },
      ],
    });
    expect(answer.body.process.residentMb).toBeGreaterThan(10);
    expect(answer.body.process.eventLoopDelayMs).toBeGreaterThanOrEqual(0);
    expect(Math.abs(answer.body.process.startedAt - Date.now())).toBeLessThan(10_000);
  });

  it('leaves out what fails or comes too late, and reports the rest', async () => {
    const relays = async () => [{ name: 'acts', pending: 2, oldestMs: 5 }];
    const { answer } = await ask(administrator, { relays, mails: fails, temporal: never, auditOldestMs: async () => 0 });
    expect(Object.keys(answer.body).toSorted()).toEqual(['auditOldestMs', 'process', 'relays']);
    expect(answer.body.relays).toEqual([{ name: 'acts', pending: 2, oldestMs: 5 }]);
  });

  it('asks for all parts at once: an unavailable part delays no other', async () => {
    let begun = () => {};
    const checked = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const ready = createReadiness([{ name: 'temporal', check: async () => begun() }]);
    const gauge = createProcessGauge({ packageUrl });
    const auditOldestMs = () => checked.then(() => 7);
    const app = await testApp([operationsRoute({ gauge, ready, figures: { auditOldestMs }, timeoutMs: 2000 })]);
    const { body } = await app.http.get('/operations').set(await app.identity.headersFor(administrator));
    expect(body.auditOldestMs).toBe(7);
    gauge.stop();
  });

  it('is refused without the post, which is audited, and without a known caller', async () => {
    const { answer, audit, http } = await ask(secretary);
    expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
    expect((await http.get('/operations')).status).toBe(401);
    expect(audit.records).toMatchObject([{ action: 'get /operations', result: 'refused', details: { code: 'forbidden' } }]);
  });
});

describe('the gauge of a process', () => {
  it('notices a long turn of the event loop', async () => {
    const gauge = createProcessGauge({ packageUrl, windowMs: 60_000 });
    await eventually(async () => {
      for (const end = Date.now() + 200; Date.now() < end; );
      expect((await gauge.report(createReadiness([]))).eventLoopDelayMs).toBeGreaterThan(100);
    });
    gauge.stop();
  });
});
