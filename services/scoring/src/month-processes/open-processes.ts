import { processIds } from '@jifen/contracts';
import { membersOf } from '@jifen/domain';
import { stepAt } from '@jifen/domain/proceedings';
import type { BranchMonthRecord, OpenMonthKey } from '../branch-months/branch-month.store.ts';
import type { ProcessSignal } from '../outbox/signals.ts';
import type { Processes } from '../processes/processes.ts';

const atOnce = 20;

/** The processes that hold a deadline of a month: the branch's, and the publication's of the current round. */
export function processesHolding({ branchId, period, stage, round }: OpenMonthKey): string[] {
  const publication = stepAt(stage)?.process === 'publication' ? [processIds.publication(branchId, period, round)] : [];
  return [processIds.branchMonth(branchId, period), ...publication];
}

/** Members whose application is waited for, and those with something of their own to be told of. */
export function membersWaitedFor({ state, memberWaits = [] }: Pick<BranchMonthRecord, 'state' | 'memberWaits'>): string[] {
  const own = new Set<string>(memberWaits.map(({ memberId }) => memberId));
  return membersOf(state)
    .filter(({ application, memberId }) => application === 'waiting-application' || own.has(memberId))
    .map(({ memberId }) => memberId);
}

/** A process that is not there has nothing to hear. */
export async function signalAll(processes: Pick<Processes, 'signal'>, signals: readonly ProcessSignal[]): Promise<void> {
  for (let start = 0; start < signals.length; start += atOnce) {
    await Promise.all(signals.slice(start, start + atOnce).map((signal) => processes.signal(signal)));
  }
}
