import { setTimeout as delay } from 'node:timers/promises';
import { type DecideMessage, messages, processIds, queues, type TemporalReport, updateRefusals, workflowTypes } from '@jifen/contracts';
import {
  Client,
  Connection,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { Delivery, Processes, Started } from './processes.ts';

export type TemporalOptions = { address: string; namespace: string };

const callMs = 5000;
/** A process that is about to get there is asked again this often. */
const againMs = 150;
const atOnce = 10;
/** How a process ends that may be started again under its id. */
const endedBadly: readonly string[] = ['FAILED', 'TERMINATED', 'TIMED_OUT', 'CANCELLED'];

const { branchMonth, countyMonth, memberMonth, publication } = workflowTypes;

type ObservedProcesses = Processes & {
  /** What waits for workers, and how many processes of each type are open. Rejects while Temporal is away. */
  observe(): Promise<TemporalReport>;
  close(): Promise<void>;
};

/** Connects when it is first used: scoring starts and records decisions while Temporal is away. */
export function temporalProcesses({ address, namespace }: TemporalOptions): ObservedProcesses {
  const connection = Connection.lazy({ address });
  const client = new Client({ connection, namespace });
  const within = <T>(ms: number, call: () => Promise<T>) => client.withDeadline(Date.now() + ms, call);
  const startIn = (what: Start) => within(callMs, () => start(client, what));
  return {
    startBranchMonth: (input) =>
      startIn({ type: branchMonth, taskQueue: queues.branch, workflowId: processIds.branchMonth(input.branchId, input.period), input }),
    startMemberMonth: (input) =>
      startIn({ type: memberMonth, taskQueue: queues.member, workflowId: processIds.memberMonth(input.memberId, input.period), input }),
    startPublication: (input) => {
      const workflowId = processIds.publication(input.branchId, input.period, input.state.round);
      return startIn({ type: publication, taskQueue: queues.branch, workflowId, input });
    },
    startCountyMonth: (input) =>
      startIn({ type: countyMonth, taskQueue: queues.member, workflowId: processIds.countyMonth(input.countyId, input.period), input }),
    missing: (workflowIds) => missing(workflowIds, (workflowId) => within(callMs, () => isMissing(client, workflowId))),
    decide: (workflowId, message, waitMs) => decideWithin(waitMs, (leftMs) => within(leftMs, () => update(client, workflowId, message))),
    signal: async ({ workflowId, name, payload }) => {
      try {
        await within(callMs, () => client.workflow.getHandle(workflowId).signal(name, payload));
        return 'delivered';
      } catch (error) {
        if (error instanceof WorkflowNotFoundError) return 'no-such-process';
        throw error;
      }
    },
    check: async () => {
      await within(callMs, () => connection.workflowService.describeNamespace({ namespace }));
    },
    observe: () => within(callMs, () => observe(client)),
    close: () => connection.close(),
  };
}

type Start = { type: string; taskQueue: string; workflowId: string; input: object };

/** What has ended well never runs twice. */
async function start(client: Client, { type, taskQueue, workflowId, input }: Start): Promise<Started> {
  try {
    await client.workflow.start(type, { taskQueue, workflowId, workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY', args: [input] });
    return 'started';
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return 'present';
    throw error;
  }
}

async function missing(workflowIds: readonly string[], isGone: (workflowId: string) => Promise<boolean>): Promise<string[]> {
  const found: string[] = [];
  for (let start = 0; start < workflowIds.length; start += atOnce) {
    const asked = workflowIds.slice(start, start + atOnce);
    const gone = await Promise.all(asked.map(isGone));
    found.push(...asked.filter((_, index) => gone[index]));
  }
  return found;
}

async function isMissing(client: Client, workflowId: string): Promise<boolean> {
  try {
    const { status } = await client.workflow.getHandle(workflowId).describe();
    return endedBadly.includes(status.name);
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return true;
    throw error;
  }
}

/** The act's id is the Update's id: sending it again joins the first. */
async function update(client: Client, workflowId: string, message: DecideMessage): Promise<void> {
  await client.workflow.getHandle(workflowId).executeUpdate(messages.decide, { args: [message], updateId: message.actId });
}

/** The step before may still be on its way to the process: it is asked again until the time is over. */
async function decideWithin(waitMs: number, send: (leftMs: number) => Promise<void>): Promise<Delivery> {
  const end = Date.now() + waitMs;
  for (;;) {
    const delivery = await decide(() => send(end - Date.now()));
    if (delivery.outcome !== 'not-yet' || Date.now() + againMs >= end) return delivery;
    await delay(againMs);
  }
}

/** Whatever is not the process's own word is no word: the decision stays recorded and is sent again. */
async function decide(send: () => Promise<void>): Promise<Delivery> {
  try {
    await send();
    return { outcome: 'effective' };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return { outcome: 'not-yet' };
    if (!(error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure)) return { outcome: 'unreachable' };
    const { type, message, details } = error.cause;
    if (type === updateRefusals.notYet) return { outcome: 'not-yet' };
    if (type !== updateRefusals.never) return { outcome: 'unreachable' };
    const [code] = details ?? [];
    return { outcome: 'refused', code: typeof code === 'string' ? code : message };
  }
}

const observed = [
  { name: queues.branch, kind: 'workflow', taskQueueType: 1 },
  { name: queues.branch, kind: 'activity', taskQueueType: 2 },
  { name: queues.member, kind: 'workflow', taskQueueType: 1 },
  { name: queues.county, kind: 'activity', taskQueueType: 2 },
] as const;

const observedTypes = [branchMonth, memberMonth, publication, countyMonth];

async function observe(client: Client): Promise<TemporalReport> {
  const { namespace } = client.options;
  const { workflowService } = client.connection;
  const waiting = observed.map(async ({ name, kind, taskQueueType }) => {
    const { stats, pollers } = await workflowService.describeTaskQueue({
      namespace,
      taskQueue: { name },
      taskQueueType,
      reportStats: true,
    });
    return { name, kind, backlog: Number(stats?.approximateBacklogCount ?? 0), pollers: pollers?.length ?? 0 };
  });
  const running = observedTypes.map(async (type) => {
    const { count } = await client.workflow.count(`WorkflowType = "${type}" AND ExecutionStatus = "Running"`);
    return { type, count };
  });
  const [taskQueues, open] = await Promise.all([Promise.all(waiting), Promise.all(running)]);
  return { taskQueues, open };
}
