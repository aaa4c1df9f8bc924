import type { Clock } from '@jifen/contracts';
import type { CoreDeps } from '../deps.ts';
import { signals } from '../processes/processes.ts';
import type { BranchMonthRecord } from './branch-month.store.ts';
import { processesOf, signalAll } from './open-processes.ts';

/** Business time was moved: the month's processes arm their timers anew. While time stands still, members who are not due stay asleep. */
export async function tellClockChanged({ processes }: Pick<CoreDeps, 'processes'>, record: BranchMonthRecord, clock: Clock): Promise<void> {
  const { holders, members } = processesOf(record);
  const asleep = clock.speed === 0 && clock.anchorBusiness < record.state.applicationBy;
  const told = asleep ? holders : [...holders, ...members];
  await signalAll(
    processes,
    told.map((workflowId) => signals.clockChanged(workflowId, clock)),
  );
}
