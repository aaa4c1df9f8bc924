import { type Clock, processIds } from '@jifen/contracts';
import type { BranchMonthRecord, BranchMonthStore } from '../branch-months/branch-month.store.ts';
import { monthStateOf } from '../branch-months/month-state.ts';
import { type ProcessSignal, signals } from '../outbox/signals.ts';
import type { Processes, Started } from '../processes/processes.ts';
import { signalAll } from './open-processes.ts';
import { branchMonthInputOf, memberMonthInputOf } from './process-inputs.ts';

export type StartPorts = {
  months: Pick<BranchMonthStore, 'find' | 'openKeys'>;
  processes: Processes;
  clock: { reading(): Clock };
};

/** Starts the process of an open month from its record, as it is now; a month that is closed needs none. */
export async function startProcess(ports: StartPorts, branchId: string, period: string): Promise<Started> {
  const record = await ports.months.find(branchId, period);
  if (!record) throw new Error(`${branchId}/${period} is not open`);
  if (record.stage === 'closed') return 'present';
  const clock = ports.clock.reading();
  const outcome = await ports.processes.startBranchMonth(branchMonthInputOf(record, clock));
  if (outcome === 'started') await tellMeanwhile(ports, record, clock);
  return outcome;
}

/** What a member's process is to hear before it is there starts it, so that a start on its way finds it, or finds it ended. */
export async function startToHear(
  { processes, clock }: Omit<StartPorts, 'months'>,
  record: BranchMonthRecord,
  signal: ProcessSignal,
): Promise<void> {
  const isToHear = ({ memberId }: { memberId: string }) => processIds.memberMonth(memberId, record.period) === signal.workflowId;
  const hearer = record.state.participants.find(isToHear);
  if (!hearer) return;
  await processes.startMemberMonth(memberMonthInputOf(record, hearer.memberId, clock.reading()));
  await processes.signal(signal);
}

/** What came between reading the record and the start was signalled to nobody. */
async function tellMeanwhile({ months, processes, clock }: StartPorts, before: BranchMonthRecord, read: Clock): Promise<void> {
  const { branchId, period } = before;
  const workflowId = processIds.branchMonth(branchId, period);
  const after = await months.find(branchId, period);
  const reading = clock.reading();
  if (reading.anchorReal !== read.anchorReal) await signalAll(processes, [signals.clockChanged(workflowId, { clock: reading })]);
  if (!after || after.version === before.version) return;
  await signalAll(processes, [signals.deadlinesChanged(workflowId, { state: monthStateOf(after), clock: reading })]);
}
