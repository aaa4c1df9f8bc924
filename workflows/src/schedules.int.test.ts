import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { processIds } from '@jifen/contracts';
import { Client, Connection, type ScheduleHandle, ScheduleOverlapPolicy } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { NativeConnection, Worker } from '@temporalio/worker';
import { ensureSchedules, playedTime } from './schedules.ts';
import { eventually } from './test-support/eventually.ts';
import { ScriptedCounty } from './test-support/scripted-county.ts';
import { sourceBundle } from './test-support/time-skipping.ts';
import { countyOptions, workerOptions } from './worker-options.ts';

jest.setTimeout(90_000);
const address = process.env.TEMPORAL_ADDRESS ?? '';
if (address === '') throw new Error('TEMPORAL_ADDRESS is not set: run these tests with `npm test`, which provides the server.');

const namespace = `schedules-${randomUUID().slice(0, 8)}`;
const real = { anchorReal: 0, anchorBusiness: 0, speed: 1 };
const played = { anchorReal: 0, anchorBusiness: 0, speed: 0 };
let client: Client;
let workers: Worker[] = [];
let runs: Promise<unknown> = Promise.resolve();
const county = new ScriptedCounty(3);

/** A namespace of the test's own. */
beforeAll(async () => {
  const [connection] = await Promise.all([Connection.connect({ address }), sourceBundle()]);
  await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: msToTs('1 day') });
  client = new Client({ connection, namespace });
  await eventually(() => client.workflow.count('WorkflowType = "monthTick"'), 30_000);
}, 120_000);

afterAll(async () => {
  for (const worker of workers) worker.shutdown();
  await runs;
  await client.connection.close();
}, 30_000);

async function startWorkers(): Promise<void> {
  const connection = await NativeConnection.connect({ address });
  const shared = { connection, namespace, shutdownGraceTime: '1 second' } as const;
  const workflowBundle = await sourceBundle();
  const bulk = Worker.create({ ...workerOptions('member'), ...shared, workflowBundle });
  workers = await Promise.all([bulk, Worker.create({ ...countyOptions(county.activities), ...shared })]);
  runs = Promise.all(workers.map((worker) => worker.run())).then(() => connection.close());
}

const scheduleOf = (countyId: string): ScheduleHandle => client.schedule.getHandle(processIds.monthTick(countyId));
const stateOf = async (countyId: string) => (await scheduleOf(countyId).describe()).state;
const ticksOf = async (countyId: string) => {
  const { info } = await scheduleOf(countyId).describe();
  return { taken: info.numActionsTaken, running: info.runningActions.length, skipped: info.numActionsSkippedOverlap };
};

describe('the Schedule of a county’s months', () => {
  it('falls on the first of each month at ten past midnight in Shanghai, with its policies', async () => {
    await ensureSchedules(client, { countyId: 'qinghe', clock: real });
    const { spec, policies, state, info, action } = await scheduleOf('qinghe').describe();
    expect(spec.timezone).toBe('Asia/Shanghai');
    expect(policies).toMatchObject({ overlap: ScheduleOverlapPolicy.BUFFER_ONE, catchupWindow: 3 * 86_400_000 });
    expect(state.paused).toBe(false);
    expect(action).toMatchObject({ workflowType: 'monthTick', taskQueue: 'jifen-member', args: [{ countyId: 'qinghe' }] });
    const next = info.nextActionTimes.slice(0, 12).map((at) => new Date(at.getTime() + 8 * 3_600_000).toISOString());
    expect(new Set(next.map((text) => text.slice(7, 16)))).toEqual(new Set(['-01T00:10']));
    expect(next.length).toBeGreaterThan(0);
  });

  it('is brought up to date when it is there already, once', async () => {
    await ensureSchedules(client, { countyId: 'lingshan', clock: real });
    const stale = { calendars: [{ dayOfMonth: 9 }] };
    await scheduleOf('lingshan').update(({ action, state, policies }) => ({ spec: stale, action, state, policies }) as never);
    await ensureSchedules(client, { countyId: 'lingshan', clock: real });
    const { spec } = await scheduleOf('lingshan').describe();
    expect(spec.calendars?.map(({ dayOfMonth, hour, minute }) => [dayOfMonth, hour, minute])).toEqual([
      [[{ start: 1, end: 1, step: 1 }], [{ start: 0, end: 0, step: 1 }], [{ start: 10, end: 10, step: 1 }]],
    ]);
  });

  it('is paused with a note where time is played, and goes on when it runs', async () => {
    await ensureSchedules(client, { countyId: 'xishan', clock: played });
    expect(await stateOf('xishan')).toMatchObject({ paused: true, note: playedTime });
    await ensureSchedules(client, { countyId: 'xishan', clock: real });
    expect((await stateOf('xishan')).paused).toBe(false);
    await ensureSchedules(client, { countyId: 'xishan', clock: played });
    expect((await stateOf('xishan')).paused).toBe(true);
  });

  it('stays paused where a person paused it', async () => {
    await ensureSchedules(client, { countyId: 'beihe', clock: real });
    await scheduleOf('beihe').pause('the roster is being put in order');
    await ensureSchedules(client, { countyId: 'beihe', clock: real });
    expect(await stateOf('beihe')).toMatchObject({ paused: true, note: 'the roster is being put in order' });
  });

  it('keeps one tick back while another waits for a worker, and lets the rest go', async () => {
    await ensureSchedules(client, { countyId: 'donghe', clock: real });
    for (let given = 1; given <= 4; given += 1) {
      await scheduleOf('donghe').trigger(ScheduleOverlapPolicy.BUFFER_ONE);
      await eventually(async () => {
        const { taken, skipped } = await ticksOf('donghe');
        expect(taken + skipped).toBeGreaterThanOrEqual(Math.max(1, given - 1));
      });
    }
    await eventually(async () => expect(await ticksOf('donghe')).toEqual({ taken: 1, running: 1, skipped: 2 }));
    await scheduleOf('donghe').pause('enough');
  });

  it('caught up late, a tick opens the month it was scheduled for; given again, nothing more', async () => {
    await ensureSchedules(client, { countyId: 'nanhe', clock: real });
    await startWorkers();
    const aroundFirst = { start: new Date('2026-08-31T16:00:00Z'), end: new Date('2026-08-31T17:00:00Z') };
    await scheduleOf('nanhe').backfill({ ...aroundFirst, overlap: ScheduleOverlapPolicy.BUFFER_ONE });
    const september = client.workflow.getHandle(processIds.countyMonth('nanhe', '2026-09'));
    await eventually(() => september.result());
    expect(county.begun).toContainEqual({ countyId: 'nanhe', period: '2026-09' });
    await scheduleOf('nanhe').backfill({ ...aroundFirst, overlap: ScheduleOverlapPolicy.BUFFER_ONE });
    await eventually(async () => expect(await ticksOf('nanhe')).toMatchObject({ taken: 2, running: 0 }));
    expect(county.begun.filter(({ countyId }) => countyId === 'nanhe')).toHaveLength(1);
  });

  it('triggered, it opens the month that is in Shanghai', async () => {
    await ensureSchedules(client, { countyId: 'xihe', clock: real });
    await scheduleOf('xihe').trigger();
    const { period } = await eventually(async () => {
      const begun = county.begun.find(({ countyId }) => countyId === 'xihe');
      if (!begun) throw new Error('no month has begun');
      return begun;
    });
    expect(period).toBe(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7));
  });
});
