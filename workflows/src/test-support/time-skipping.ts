import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime, Worker, type WorkflowBundleOption } from '@temporalio/worker';
import type { Activities } from '../activities/activities.ts';
import { workerOptions } from '../worker-options.ts';
import { TimeSkipping } from './test-server.ts';

const logger = new DefaultLogger('ERROR');
Runtime.install({ logger, telemetryOptions: { logging: { filter: 'ERROR', forward: {} } } });
const run = promisify(execFile);
let bundle: Promise<WorkflowBundleOption> | undefined;

/** The workflow code as the sources have it now; bundled by a process of its own, once for each state of them. */
export function sourceBundle(): Promise<WorkflowBundleOption> {
  const script = fileURLToPath(new URL('../../source-bundle.mjs', import.meta.url));
  bundle ??= run(process.execPath, [script]).then(({ stdout }) => ({ codePath: stdout }));
  return bundle;
}

export async function createTimeSkipping(): Promise<TimeSkipping> {
  const launcher = process.env.TEMPORAL_TEST_SERVER;
  if (!launcher)
    throw new Error('TEMPORAL_TEST_SERVER is not set: run these tests with `npm test`, which provides the time-skipping server.');
  return TimeSkipping.start(launcher);
}

export type Workers = { stop(): Promise<void> };

/** A branch worker and a member worker, as two processes would run them. */
export async function startWorkers(environment: TestWorkflowEnvironment, activities: Activities): Promise<Workers> {
  const workflowBundle = await sourceBundle();
  const shared = { connection: environment.nativeConnection, workflowBundle, shutdownGraceTime: '1 second', identity: 'worker' } as const;
  const workers = await Promise.all([
    Worker.create({ ...workerOptions('branch', activities), ...shared }),
    Worker.create({ ...workerOptions('member'), ...shared }),
  ]);
  const runs = workers.map((worker) => worker.run());
  return {
    async stop() {
      for (const worker of workers) worker.shutdown();
      await Promise.all(runs);
    },
  };
}
