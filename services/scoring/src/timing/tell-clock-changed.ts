import { type Clock, processIds } from '@jifen/contracts';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { membersWaitedFor, processesHolding, signalAll } from '../month-processes/open-processes.ts';
import { signals } from '../outbox/signals.ts';
import type { Processes } from '../processes/processes.ts';

/** Business time was moved: the month's processes arm their timers anew. While time stands still, members who are not due stay asleep. */
export async function tellClockChanged(
  { processes }: { processes: Pick<Processes, 'signal'> },
  record: BranchMonthRecord,
  clock: Clock,
): Promise<void> {
  const asleep = clock.speed === 0 && clock.anchorBusiness < record.state.applicationBy;
  const members = asleep ? (record.memberWaits ?? []).map(({ memberId }) => memberId) : membersWaitedFor(record);
  const workflowIds = [
    ...processesHolding(record),
    ...[...new Set(members)].map((memberId) => processIds.memberMonth(memberId, record.period)),
  ];
  await signalAll(
    processes,
    workflowIds.map((workflowId) => signals.clockChanged(workflowId, { clock })),
  );
}
