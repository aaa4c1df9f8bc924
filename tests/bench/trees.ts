import { fileURLToPath } from 'node:url';
import { countyPageSize, processIds, queues, workflowTypes } from '@jifen/contracts';
import { Client, type Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import type { County } from '../../infra/demo/src/county.ts';
import { until } from '../whole/until.ts';

export type Temporal = { connection: Connection; address: string; namespace: string };

Runtime.install({ logger: new DefaultLogger('WARN') });

const patienceMs = 900_000;
const parentsAtOnce = 10;
/** Counting thousands of workflows costs the server time, so it is not asked often. */
const looksEveryMs = 1_000;

/** Seconds until a number of workflows run, by Temporal's visibility. */
async function untilRunning(client: Client, wanted: Record<string, number>, begun: number): Promise<number> {
  let missing = '';
  const allRun = async () => {
    for (const [query, count] of Object.entries(wanted)) {
      const { count: running } = await client.workflow.count(query);
      missing = `${running} of ${count}: ${query}`;
      if (running < count) return false;
    }
    return true;
  };
  await until(allRun, patienceMs, () => missing, looksEveryMs);
  return (performance.now() - begun) / 1000;
}

/** A tree of the county's shape that calls no service. Seconds. */
export async function openBareTree({ connection, address, namespace }: Temporal, { branches }: County, run: number): Promise<number> {
  const client = new Client({ connection, namespace });
  const taskQueue = `bare-${run}`;
  const native = await NativeConnection.connect({ address });
  const worker = await Worker.create({
    connection: native,
    namespace,
    taskQueue,
    workflowsPath: fileURLToPath(new URL('./bare-tree.workflow.ts', import.meta.url)),
    reuseV8Context: true,
    workflowThreadPoolSize: 1,
    maxCachedWorkflows: 500,
  });
  const seconds = await worker.runUntil(async () => {
    const begun = performance.now();
    const queue = branches.values();
    const starter = async () => {
      for (const { id, size } of queue) {
        const workflowId = `bare/${run}/${id}`;
        await client.workflow.start('bareParent', { taskQueue, workflowId, args: [{ id: workflowId, children: size }] });
      }
    };
    await Promise.all(Array.from({ length: parentsAtOnce }, starter));
    const of = (type: string) => `WorkflowType = "${type}" AND TaskQueue = "${taskQueue}" AND ExecutionStatus = "Running"`;
    const members = branches.reduce((sum, { size }) => sum + size, 0);
    return untilRunning(client, { [of('bareParent')]: branches.length, [of('bareChild')]: members }, begun);
  });
  await native.close();
  return seconds;
}

/** The county's month, opened as by its tick. Seconds until every branch and every member has a workflow. */
export async function openCountyMonth({ connection, namespace }: Temporal, county: County, period: string): Promise<number> {
  const client = new Client({ connection, namespace });
  const of = (type: string) => `WorkflowType = "${type}" AND ExecutionStatus = "Running"`;
  const before = {
    branch: (await client.workflow.count(of(workflowTypes.branchMonth))).count,
    member: (await client.workflow.count(of(workflowTypes.memberMonth))).count,
  };
  const begun = performance.now();
  await client.workflow.start(workflowTypes.countyMonth, {
    taskQueue: queues.member,
    workflowId: processIds.countyMonth(county.id, period),
    args: [{ countyId: county.id, period, pageSize: countyPageSize }],
  });
  const members = county.branches.reduce((sum, { size }) => sum + size, 0);
  const wanted = {
    [of(workflowTypes.branchMonth)]: before.branch + county.branches.length,
    [of(workflowTypes.memberMonth)]: before.member + members,
  };
  return untilRunning(client, wanted, begun);
}
