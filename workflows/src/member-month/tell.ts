import { type MemberMonthInput, queues } from '@jifen/contracts';
import { log, proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/activities.ts';
import type { Telling } from './waits.ts';

/** The member worker runs no activity: those few who are told go by the branch's. */
const { remindOutstanding } = proxyActivities<Activities>({
  taskQueue: queues.branch,
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '10 minutes' },
  scheduleToCloseTimeout: '1 day',
});

/** Who is to be told is asked when it is sent; what could not be handed over for a whole day is given up. */
export async function tell({ memberId, branchId, period }: MemberMonthInput, { step, at, n, level }: Telling): Promise<void> {
  const asked = { branchId, period, round: 1, step, memberId, n, level, plannedFor: at };
  await remindOutstanding(asked).catch((error: unknown) => log.warn('a member was not told', { step, n, error }));
}
