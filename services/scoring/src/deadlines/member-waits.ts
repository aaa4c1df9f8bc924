import type { DeadlinesRequest, MemberWait } from '@jifen/contracts';
import { memberId, withOwnDeadlines } from '@jifen/domain';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { countersOf } from '../branch-months/counters.ts';

type Waiting = Pick<BranchMonthRecord, 'memberWaits'>;

/** Members' own last days, which member gives with the month. */
export const ownDeadlines = ({ memberWaits = [] }: Waiting): MemberWait[] => memberWaits.filter(({ step }) => step === 'application');

/** What is asked again of the calendar for the members who are told of something else. */
export function waitRequests({ memberWaits = [] }: Waiting): DeadlinesRequest[] {
  return memberWaits.flatMap(({ memberId: id, step, since }): DeadlinesRequest[] =>
    step === 'application' || since === undefined ? [] : [{ kind: 'member-wait', step, memberId: id, since }],
  );
}

/** The record with what its members wait for; their own last days become the regulation's. */
export function withMemberWaits(record: BranchMonthRecord, waits: readonly MemberWait[], now: number): BranchMonthRecord {
  if (waits.length === 0 && !record.memberWaits?.length) return record;
  const own = ownDeadlines({ memberWaits: [...waits] }).flatMap(({ memberId: id, dueAt }) =>
    dueAt === undefined ? [] : [{ memberId: memberId(id), applicationBy: dueAt }],
  );
  const state = withOwnDeadlines(record.state, own, now);
  return { ...record, state, counters: countersOf(state), memberWaits: [...waits] };
}
