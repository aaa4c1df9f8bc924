import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/activities.ts';

const patient = { startToCloseTimeout: '10 seconds', retry: { initialInterval: '1 second', maximumInterval: '30 seconds' } } as const;

const { applyAct, reachDeadline } = proxyActivities<Activities>(patient);

/** A reminder that could not be handed over for a whole day is given up; the next one follows. */
const { remindOutstanding } = proxyActivities<Activities>({
  ...patient,
  retry: { initialInterval: '1 second', maximumInterval: '10 minutes' },
  scheduleToCloseTimeout: '1 day',
});

export { applyAct };

/** What a keeper asks about a branch's month. */
export const ofMonth = { reach: reachDeadline, remind: remindOutstanding };
