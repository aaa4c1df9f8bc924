import type { BranchMonthInput, Clock, MemberMonthInput, PublicationInput } from '@jifen/contracts';
import { applicationByOf, type BranchMonth, membersOf } from '@jifen/domain';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { settledMembers } from '../branch-months/counters.ts';
import { monthStateOf } from '../branch-months/month-state.ts';
import { dueAt } from '../deadlines/deadlines.ts';

type Application = NonNullable<BranchMonthInput['applications']>[number];

/** From where the process of a month goes on, as its record stands now; its members and its publication come with it. */
export function branchMonthInputOf(record: BranchMonthRecord, clock: Clock): BranchMonthInput {
  const { branchId, period, state } = record;
  return {
    branchId,
    period,
    memberIds: unsettledMembers(state),
    state: monthStateOf(record),
    clock,
    applicationDueAt: applicationDueAt(record),
    resume: record.version > 1,
    applications: applicationsOf(state),
    ...(record.memberWaits?.length ? { memberWaits: record.memberWaits } : {}),
  };
}

export function memberMonthInputOf(record: BranchMonthRecord, memberId: string, clock: Clock): MemberMonthInput {
  const { branchId, period, state } = record;
  const known = applicationsOf(state).find((application) => application.memberId === memberId);
  const application = known && { application: { actId: known.actId, at: known.at, late: known.late } };
  return { memberId, branchId, period, ...ownWaitsOf(record, memberId), clock, ...application };
}

/** By when a member applies, and what their process tells of beside it. */
export function ownWaitsOf(record: BranchMonthRecord, memberId: string): Pick<MemberMonthInput, 'applicationDueAt' | 'waits'> {
  const waits = (record.memberWaits ?? []).filter((wait) => wait.memberId === memberId);
  return { applicationDueAt: waits.find(({ step }) => step === 'application')?.dueAt ?? applicationDueAt(record), waits };
}

export function publicationInputOf(record: BranchMonthRecord, clock: Clock): PublicationInput {
  const { branchId, period } = record;
  return { branchId, period, state: monthStateOf(record), clock };
}

export function unsettledMembers(state: BranchMonth): string[] {
  const settled = new Set(settledMembers(state));
  return membersOf(state)
    .map(({ memberId }) => memberId)
    .filter((memberId) => !settled.has(memberId));
}

const applicationDueAt = ({ deadlines, state }: BranchMonthRecord) => dueAt(deadlines, 'application') ?? state.applicationBy;

/** For an entry on behalf the record keeps no lateness of its own: the deadline tells. */
function applicationsOf(month: BranchMonth): Application[] {
  const { participants, rounds, lateClaims } = month;
  const claims = [...rounds.flatMap(({ lines }) => lines), ...lateClaims];
  return participants.flatMap((participant) => {
    const { memberId, application } = participant;
    if (application === 'waiting-application' || application === 'absent') return [];
    const claimed = claims.findLast((claim) => claim.memberId === memberId && claim.claimed)?.claimed;
    if (!claimed) return [];
    const { actId, at } = claimed;
    return [
      { memberId, actId, at, late: application === 'late' || (application === 'on-behalf' && at >= applicationByOf(month, participant)) },
    ];
  });
}
