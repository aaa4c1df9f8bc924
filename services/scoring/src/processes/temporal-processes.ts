import { setTimeout as delay } from 'node:timers/promises';
import { type BranchMonthInput, type DecideMessage, messages, processIds, queues, updateRefusals, workflowTypes } from '@jifen/contracts';
import {
  Client,
  Connection,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { Delivery, Processes } from './processes.ts';

export type TemporalOptions = { address: string; namespace: string };

const callMs = 5000;
/** A process that is about to get there is asked again this often. */
const againMs = 150;

/** Connects when it is first used: scoring starts and records decisions while Temporal is away. */
export function temporalProcesses({ address, namespace }: TemporalOptions): Processes & { close(): Promise<void> } {
  const connection = Connection.lazy({ address });
  const client = new Client({ connection, namespace });
  const within = <T>(ms: number, call: () => Promise<T>) => client.withDeadline(Date.now() + ms, call);
  return {
    startBranchMonth: (input) => within(callMs, () => start(client, input)),
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
    close: () => connection.close(),
  };
}

/** A completed month never runs twice; one that runs, or has run, counts as started. */
async function start(client: Client, input: BranchMonthInput): Promise<void> {
  try {
    await client.workflow.start(workflowTypes.branchMonth, {
      taskQueue: queues.branch,
      workflowId: processIds.branchMonth(input.branchId, input.period),
      workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
      args: [input],
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
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
