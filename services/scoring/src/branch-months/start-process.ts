import type { CoreDeps } from '../deps.ts';
import { dueAt } from './deadlines.ts';
import { monthStateOf } from './month-state.ts';

type Ports = Pick<CoreDeps, 'months' | 'processes' | 'clock'>;

/** Starts the process of an opened month from its record, as it is now. */
export async function startProcess({ months, processes, clock }: Ports, branchId: string, period: string): Promise<void> {
  const record = await months.find(branchId, period);
  if (!record) throw new Error(`${branchId}/${period} is not open`);
  await processes.startBranchMonth({
    branchId,
    period,
    memberIds: record.state.participants.map(({ memberId }) => memberId),
    state: monthStateOf(record),
    clock: clock.reading(),
    applicationDueAt: dueAt(record.deadlines, 'application') ?? record.state.applicationBy,
    resume: record.stage !== 'applying',
  });
}
