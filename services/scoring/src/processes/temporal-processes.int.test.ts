import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { queues } from '@jifen/contracts';
import { eventually, requireServer } from '@jifen/test-kit';
import { Client, Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { signals } from '../outbox/signals.ts';
import { temporalProcesses } from './temporal-processes.ts';

const address = requireServer('TEMPORAL_ADDRESS');
const branchId = `test-${randomUUID().slice(0, 8)}`;
const namespace = branchId;
const workflowId = `branch-month/${branchId}/2026-10`;
const processes = temporalProcesses({ address, namespace });
const elsewhere = temporalProcesses({ address, namespace: `${namespace}-not-there` });
const away = temporalProcesses({ address: '127.0.0.1:1', namespace });

const state = {
  version: 1,
  stage: 'applying',
  round: 1,
  rosterHash: '0123456789abcdef',
  deadlines: [],
  accepts: [],
  acceptsLater: [],
  actIds: [],
  awaitingProjection: false,
};
const clock = { anchorReal: 0, anchorBusiness: 0, speed: 0 };
const input = { branchId, period: '2026-10', memberIds: [], state, clock, applicationDueAt: 0, resume: false };
const message = { actId: 'review-one', kind: 'review', round: 1, rosterHash: '0123456789abcdef' };

const day = msToTs('1 day');
/** COMMAND_TYPE_COMPLETE_WORKFLOW_EXECUTION */
const completed = 4;

let connection: Connection;
let client: Client;

/** A namespace of the test's own: no worker listens there, so a started process stays where it is. */
beforeAll(async () => {
  connection = await Connection.connect({ address });
  await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: day });
  client = new Client({ connection, namespace });
  await eventually(() => client.workflow.count('WorkflowType = "branchMonth"'), { withinMs: 30_000 });
}, 40_000);

afterAll(async () => {
  await Promise.all([processes.close(), away.close(), elsewhere.close(), connection.close()]);
}, 20_000);

/** The queue answers in no order: tasks of other processes are left to run out. */
async function taskOf(type: string): Promise<{ taskToken: Uint8Array; workflowId: string }> {
  const poll = { namespace, taskQueue: { name: queues.branch }, identity: 'test' };
  return connection.withDeadline(Date.now() + 20_000, async () => {
    for (;;) {
      const { taskToken, workflowExecution } = await connection.workflowService.pollWorkflowTaskQueue(poll);
      const workflowId = workflowExecution?.workflowId ?? '';
      if (workflowId.startsWith(`${type}/`)) return { taskToken, workflowId };
    }
  });
}

describe('processes on a real Temporal', () => {
  it('are there to be asked', async () => {
    await expect(processes.check()).resolves.toBeUndefined();
  });

  it('a process that is not there is no reason to fail: nobody hears the signal, the decision stays pending', async () => {
    expect(await processes.signal(signals.projected(branchId, '2026-09', { actId: 'meeting-one', state }))).toBe('no-such-process');
    const { outcome } = await processes.decide(`branch-month/${branchId}/2026-09`, message, 500);
    expect(['not-yet', 'unreachable']).toContain(outcome);
  });

  it('a process that comes while the decision waits is asked again', async () => {
    const december = { ...input, period: '2026-12' };
    const decided = processes.decide(`branch-month/${branchId}/2026-12`, message, 2_000);
    await processes.startBranchMonth(december);
    expect(await decided).toEqual({ outcome: 'unreachable' });
  });

  it('starting a month twice starts it once; it hears signals; without a worker a decision stays pending', async () => {
    expect(await processes.startBranchMonth(input)).toBe('started');
    expect(await processes.startBranchMonth(input)).toBe('present');
    expect(await processes.signal(signals.projected(branchId, '2026-10', { actId: 'meeting-one', state }))).toBe('delivered');
    expect(await processes.decide(workflowId, message, 500)).toEqual({ outcome: 'unreachable' });
  });
});

describe('processes of a month that are gone', () => {
  const month = '2026-11';
  const memberIds = ['m1', 'm2'].map((name) => `${branchId}-${name}`);
  const ids = [`branch-month/${branchId}/${month}`, `publication/${branchId}/${month}/1`, `member-month/${memberIds[0]}/${month}`];
  const startAll = async () => [
    await processes.startBranchMonth({ ...input, period: month, memberIds, resume: true, applications: [] }),
    await processes.startPublication({ branchId, period: month, state, clock }),
    await processes.startMemberMonth({ memberId: memberIds[0] ?? '', branchId, period: month, clock, applicationDueAt: 0 }),
  ];

  it('are missing before their start, after an end by hand and after a loss; they are started again once', async () => {
    expect(await processes.missing(ids)).toEqual(ids);
    expect(await startAll()).toEqual(['started', 'started', 'started']);
    expect(await processes.missing(ids)).toEqual([]);
    const [ended = '', lost = ''] = ids;
    await client.workflow.getHandle(ended).terminate();
    await connection.workflowService.deleteWorkflowExecution({ namespace, workflowExecution: { workflowId: lost } });
    await eventually(async () => expect(await processes.missing(ids)).toEqual([ended, lost]), { withinMs: 30_000 });
    expect(await startAll()).toEqual(['started', 'started', 'present']);
    expect(await startAll()).toEqual(['present', 'present', 'present']);
    expect(await processes.missing(ids)).toEqual([]);
  }, 40_000);

  it('one that has ended well is not missing, and never runs twice', async () => {
    const { taskToken, workflowId: own } = await taskOf('branch-month');
    await connection.workflowService.respondWorkflowTaskCompleted({
      namespace,
      taskToken,
      identity: 'test',
      commands: [{ commandType: completed, completeWorkflowExecutionCommandAttributes: {} }],
    });
    const [, , period = ''] = own.split('/');
    expect(await processes.missing([own])).toEqual([]);
    expect(await processes.startBranchMonth({ ...input, period })).toBe('present');
  }, 40_000);

  it('in a namespace that is not there yet, nothing is missing and nothing is started: it is tried again later', async () => {
    await expect(elsewhere.missing(ids)).rejects.toThrow();
    await expect(elsewhere.startBranchMonth(input)).rejects.toThrow();
    await expect(elsewhere.signal(signals.projected(branchId, month, { actId: 'meeting-one', state }))).rejects.toThrow();
  }, 30_000);
});

describe("a county's month on a real Temporal", () => {
  it('is started once, however often it is asked for', async () => {
    const month = { countyId: branchId, period: '2026-10', pageSize: 50 };
    expect(await processes.startCountyMonth(month)).toBe('started');
    expect(await processes.startCountyMonth(month)).toBe('present');
    const signal = { workflowId: `county-month/${branchId}/2026-10`, name: 'anything', payload: {} };
    expect(await processes.signal(signal)).toBe('delivered');
  });
});

describe('what the operator is told of Temporal', () => {
  it('is how much waits for workers, who listens, and how many processes of each type are open', async () => {
    await processes.startBranchMonth({ ...input, period: '2026-12' });
    await eventually(
      async () => {
        const { taskQueues, open } = await processes.observe();
        expect(taskQueues.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
          'jifen-branch workflow',
          'jifen-branch activity',
          'jifen-member workflow',
          'jifen-county activity',
        ]);
        expect(taskQueues.at(-1)).toEqual({ name: 'jifen-county', kind: 'activity', backlog: 0, pollers: 0 });
        expect(taskQueues[0]?.backlog).toBeGreaterThan(0);
        expect(open.find(({ type }) => type === 'branchMonth')?.count).toBeGreaterThan(0);
      },
      { withinMs: 30_000 },
    );
  }, 40_000);

  it('is nothing while it is away', async () => {
    await expect(away.observe()).rejects.toThrow();
  }, 20_000);
});

describe('processes while Temporal is away', () => {
  it('decisions stay pending; starts and signals are left to the relay', async () => {
    expect(await away.decide(workflowId, message, 300)).toEqual({ outcome: 'unreachable' });
    await expect(away.startBranchMonth(input)).rejects.toThrow();
    await expect(away.signal(signals.projected(branchId, '2026-10', { actId: 'meeting-one', state }))).rejects.toThrow();
    await expect(away.missing([workflowId])).rejects.toThrow();
    await expect(away.check()).rejects.toThrow();
  }, 30_000);
});
