import { type Clock, processIds } from '@jifen/contracts';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { type ProcessSignal, signals } from '../outbox/signals.ts';
import { ownWaitsOf } from './process-inputs.ts';

/** What a member's own process waits for now, whole. */
export function memberDeadlinesChanged(record: BranchMonthRecord, memberId: string, clock: Clock): ProcessSignal {
  return signals.deadlinesChanged(processIds.memberMonth(memberId, record.period), { clock, ...ownWaitsOf(record, memberId) });
}
