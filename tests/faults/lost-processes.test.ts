import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { branchMonthPage, processIds, reconciledAnswer } from '@jifen/contracts';
import { eventually } from '@jifen/test-kit';
import type { Client } from '@temporalio/client';
import { randomOf } from '../../infra/demo/src/random.ts';
import { insist } from '../../infra/demo/src/world.ts';
import { withStore, withTemporal } from './ask-servers.ts';
import { check } from './check.ts';
import { settle } from './client.ts';
import { required } from './environment.ts';
import { readSnapshot } from './read-snapshot.ts';
import { stackIn } from './stack.ts';
import { type System, systemUnderTest } from './system.ts';

jest.setTimeout(600_000);

const county = 'p-chenghe-01';
const patience = { withinMs: 120_000, everyMs: 500 };
let system: System;

beforeAll(async () => {
  system = await systemUnderTest(stackIn(required('JIFEN_DATA_DIR')), randomOf('lost processes'));
});

type Run = { workflowId: string; runId: string };

async function runs(of: Client['workflow'], query?: string): Promise<Run[]> {
  const found: Run[] = [];
  for await (const { workflowId, runId } of of.list(query ? { query } : {})) found.push({ workflowId, runId });
  return found;
}

const running = () =>
  withTemporal(system.servers, async ({ workflow }) =>
    (await runs(workflow, 'ExecutionStatus = "Running"')).map(({ workflowId }) => workflowId),
  );

/** Temporal as after a start with empty data, without the seconds in which its namespace is missing. */
const loseEverything = () =>
  withTemporal(system.servers, async ({ connection, workflow }) => {
    const namespace = system.servers.temporalNamespace;
    const lost = await runs(workflow);
    for (const workflowExecution of lost) await connection.workflowService.deleteWorkflowExecution({ namespace, workflowExecution });
    const old = new Set(lost.map(({ runId }) => runId));
    await eventually(async () => expect((await runs(workflow)).filter(({ runId }) => old.has(runId))).toEqual([]), patience);
  });

/** Reminders of all branches but one; a digest is none. */
const remindersSent = (but: string) =>
  withStore(system.servers, 'jifen_notification', async (store) => {
    const filter = { template: { $in: ['reminder', 'escalation'] }, branchId: { $ne: but }, gathers: { $exists: false } };
    const found = await store.collection('messages').find(filter).project({ key: 1, recipient: 1 }).toArray();
    return found.map(({ key, recipient }) => `${key} to ${recipient}`).sort();
  });

const pendingActs = () =>
  withStore(system.servers, 'jifen_scoring', (store) => store.collection('acts').countDocuments({ status: 'pending' }));
const unspreadReminders = () =>
  withStore(system.servers, 'jifen_notification', (store) =>
    store.collection('reminders').countDocuments({ 'pending.0': { $exists: true } }),
  );

/** Processes of branches that are about to do something, or wait for the answer of a service. */
const busyProcesses = () =>
  withTemporal(system.servers, async ({ workflow }) => {
    const open = await runs(workflow, 'ExecutionStatus = "Running" AND WorkflowType IN ("branchMonth", "publication")');
    const described = await Promise.all(open.map(({ workflowId, runId }) => workflow.getHandle(workflowId, runId).describe()));
    const isBusy = ({ raw }: (typeof described)[number]) => raw.pendingWorkflowTask || (raw.pendingActivities ?? []).length > 0;
    return described.filter(isBusy).map(({ workflowId }) => workflowId);
  });

/** The time from an act through its workflow to a message, with what earlier faults have delayed. */
async function nothingIsUnderWay(): Promise<void> {
  await eventually(async () => expect(await pendingActs()).toBe(0), patience);
  await eventually(async () => expect(await busyProcesses()).toEqual([]), patience);
  await eventually(async () => expect(await unspreadReminders()).toBe(0), patience);
}

async function months({ world }: System) {
  const query = { page: 1, pageSize: 100 };
  const list = { method: 'get', path: '/branch-months', query, response: branchMonthPage, actingFor: county } as const;
  return (await insist(world, world.scoring, list)).items;
}

/** A publication whose resolution was withdrawn waits beside its month; if lost, it is started again with the next resolution. */
async function withdrawnPublications(): Promise<Set<string>> {
  const atMeeting = (await months(system)).filter(({ stage }) => stage === 'meeting');
  return new Set(atMeeting.map(({ branchId, period, round }) => processIds.publication(branchId, period, round)));
}

async function reconcileEverything({ world }: System): Promise<void> {
  for (const { branchId, period } of await months(system)) {
    const path = `/branch-months/${branchId}/${period}/processes`;
    await insist(world, world.scoring, { method: 'post', path, response: reconciledAnswer, actingFor: county });
  }
}

describe('a Temporal that has lost everything', () => {
  it('has every process again, once; a decision made meanwhile takes effect, and nobody is reminded a second time', async () => {
    await nothingIsUnderWay();
    const decider = system.writers.at(-1);
    const decision = await decider?.next();
    if (!decider || !decision) throw new Error('no branch waits for a decision');
    const decided = String(decision.value.branchId);
    const withdrawn = await withdrawnPublications();
    const expected = (await running()).filter((workflowId) => !withdrawn.has(workflowId));
    const reminders = await remindersSent(decided);

    await loseEverything();
    const answer = await settle(system.world, system.history, decision, patience.withinMs);
    await reconcileEverything(system);
    await decider.answered(decision, answer);

    const missing = async () => {
      const now = new Set(await running());
      return expected.filter((workflowId) => !now.has(workflowId));
    };
    await eventually(async () => expect(await missing()).toEqual([]), patience);
    expect(expected.length).toBeGreaterThan(100);
    expect(await check(system.history, await readSnapshot(system.servers))).toEqual([]);
    expect(await remindersSent(decided)).toEqual(reminders);
  });
});
