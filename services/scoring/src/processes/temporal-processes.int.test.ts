import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, requireServer } from '@jifen/test-kit';
import { Client, Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { signals } from './processes.ts';
import { temporalProcesses } from './temporal-processes.ts';

const address = requireServer('TEMPORAL_ADDRESS');
const branchId = `test-${randomUUID().slice(0, 8)}`;
const namespace = branchId;
const workflowId = `branch-month/${branchId}/2026-10`;
const processes = temporalProcesses({ address, namespace });
const away = temporalProcesses({ address: '127.0.0.1:1', namespace });

const state = {
  stage: 'applying' as const,
  round: 1,
  rosterHash: '0123456789abcdef',
  deadlines: [],
  actIds: [],
  awaitingProjection: false,
};
const clock = { anchorReal: 0, anchorBusiness: 0, speed: 0 };
const input = { branchId, period: '2026-10', memberIds: [], state, clock, applicationDueAt: 0, resume: false };
const message = { actId: 'review-one', kind: 'review', round: 1, rosterHash: '0123456789abcdef' };

const day = msToTs('1 day');

/** A namespace of the test's own: no worker listens there, so a started process stays where it is. */
beforeAll(async () => {
  const connection = await Connection.connect({ address });
  await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: day });
  const client = new Client({ connection, namespace });
  await eventually(() => client.workflow.count('WorkflowType = "branchMonth"'), { withinMs: 30_000 });
  await connection.close();
}, 40_000);

afterAll(async () => {
  await Promise.all([processes.close(), away.close()]);
}, 20_000);

describe('processes on a real Temporal', () => {
  it('are there to be asked', async () => {
    await expect(processes.check()).resolves.toBeUndefined();
  });

  it('a process that is not there is no reason to fail: nobody hears the signal, the decision stays pending', async () => {
    expect(await processes.signal(signals.projected(branchId, '2026-09', 'meeting-one'))).toBe('no-such-process');
    expect(await processes.decide(`branch-month/${branchId}/2026-09`, message, 500)).toEqual({ outcome: 'not-yet' });
  });

  it('a process that comes while the decision waits is asked again', async () => {
    const november = { ...input, period: '2026-11' };
    const decided = processes.decide(`branch-month/${branchId}/2026-11`, message, 2_000);
    await processes.startBranchMonth(november);
    expect(await decided).toEqual({ outcome: 'unreachable' });
  });

  it('starting a month twice starts it once; it hears signals; without a worker a decision stays pending', async () => {
    await processes.startBranchMonth(input);
    await processes.startBranchMonth(input);
    expect(await processes.signal(signals.projected(branchId, '2026-10', 'meeting-one'))).toBe('delivered');
    expect(await processes.decide(workflowId, message, 500)).toEqual({ outcome: 'unreachable' });
  });
});

describe('processes while Temporal is away', () => {
  it('decisions stay pending; starts and signals are left to the relay', async () => {
    expect(await away.decide(workflowId, message, 300)).toEqual({ outcome: 'unreachable' });
    await expect(away.startBranchMonth(input)).rejects.toThrow();
    await expect(away.signal(signals.projected(branchId, '2026-10', 'meeting-one'))).rejects.toThrow();
    await expect(away.check()).rejects.toThrow();
  }, 30_000);
});
