import { queues } from '@jifen/contracts';
import { proxyActivities } from '@temporalio/workflow';
import type { CountyActivities } from '../activities/activities.ts';

const patient = {
  taskQueue: queues.county,
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
} as const;

export const { beginCountyMonth, listCountyBranches, finishCountyMonth } = proxyActivities<CountyActivities>(patient);

/** A branch that gets no answer for a quarter of an hour gives way to the others. */
export const { openBranchMonth } = proxyActivities<CountyActivities>({ ...patient, scheduleToCloseTimeout: '15 minutes' });
