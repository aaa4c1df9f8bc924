import { queues } from '@jifen/contracts';
import type { WorkerOptions } from '@temporalio/worker';
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
