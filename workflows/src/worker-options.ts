import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { queues } from '@jifen/contracts';
import type { BundleOptions, WorkerOptions } from '@temporalio/worker';
import type { Activities, CountyActivities } from './activities/activities.ts';
import type { WorkerKind } from './config.ts';

type Options = Omit<WorkerOptions, 'taskQueue'> & { taskQueue: string };

/** People wait for the branch worker; the member worker carries the bulk. */
export function workerOptions(kind: WorkerKind, activities?: Activities): Options {
  const shared = { reuseV8Context: true, workflowThreadPoolSize: 1, shutdownGraceTime: '10 seconds' } as const;
  if (kind === 'member') return { ...shared, taskQueue: queues.member, maxCachedWorkflows: 3000 };
  return { ...shared, taskQueue: queues.branch, maxCachedWorkflows: 500, ...(activities && { activities }) };
}

/** Runs no workflow: a few hands that open the county's months, so that the opening never takes the services from those who decide. */
export function countyOptions(activities: CountyActivities): Options {
  return { taskQueue: queues.county, activities, maxConcurrentActivityTaskExecutions: 4, shutdownGraceTime: '10 seconds' };
}

/** Where `bundle.ts` writes the workflow code, beside the compiled worker. */
export const bundlePath = fileURLToPath(new URL('./workflow-bundle.js', import.meta.url));

/** The regulation and the contracts keep no state: every process of a worker shares one copy. */
export const bundleOptions: BundleOptions = {
  workflowsPath: fileURLToPath(new URL('./workflows.js', import.meta.url)),
  preloadModules: ['@jifen/contracts', '@jifen/domain'],
};

/** The code bundled beforehand, otherwise it is bundled at start. */
export function workflowCode(): Pick<WorkerOptions, 'workflowBundle' | 'workflowsPath' | 'bundlerOptions'> {
  if (existsSync(bundlePath)) return { workflowBundle: { codePath: bundlePath } };
  const { workflowsPath, ...bundlerOptions } = bundleOptions;
  return { workflowsPath, bundlerOptions };
}
