import type { Clock } from '@jifen/contracts';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { processesOf, signalAll } from '../month-processes/open-processes.ts';
import { signals } from '../outbox/signals.ts';
import type { Processes } from '../processes/processes.ts';

/** Business time was moved: the month's processes arm their timers anew. While time stands still, members who are not due stay asleep. */
export async function tellClockChanged(
  { processes }: { processes: Pick<Processes, 'signal'> },
  record: BranchMonthRecord,
  clock: Clock,
): Promise<void> {
  const { holders, members } = processesOf(record);
  const asleep = clock.speed === 0 && clock.anchorBusiness < record.state.applicationBy;
  const told = asleep ? holders : [...holders, ...members];
  await signalAll(
    processes,
    told.map((workflowId) => signals.clockChanged(workflowId, clock)),
  );
}
