import type { BranchMonthView } from '@jifen/contracts';
import { type MeetingRecord, majority, membersOf, votersOf, votesNeeded } from '@jifen/domain';
import type { Act } from '../acts/act.store.ts';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';

type MeetingBlock = BranchMonthView['meeting'];

/** What the meeting needs, and the meetings that were held, the latest last. */
export function meetingBlock({ state, round }: BranchMonthRecord, acts: readonly Act[]): MeetingBlock {
  const withVote = votersOf(state);
  const needed = votesNeeded(withVote);
  const current = state.rounds.find((one) => one.round === round);
  return {
    attempt: (current?.meetings.length ?? 0) + 1,
    dueToAttend: membersOf(state).length + state.votersNotScored.length,
    withVote,
    neededPresent: needed.present,
    neededInFavour: needed.inFavour,
    held: state.rounds.flatMap(({ meetings }) => meetings).map((meeting) => heldMeeting(meeting, acts)),
  };
}

function heldMeeting(meeting: MeetingRecord, acts: readonly Act[]): MeetingBlock['held'][number] {
  const { actId, heldOn, enteredAt, due, voters, present, inFavour, against, abstained, outcome } = meeting;
  const content = acts.find((act) => act._id === actId)?.content;
  const minutes = content?.kind === 'record-meeting' ? content : undefined;
  return {
    actId,
    heldOn,
    enteredAt,
    dueToAttend: due,
    withVote: voters,
    neededPresent: votesNeeded(voters).present,
    present,
    inFavour,
    against,
    abstained,
    carried: outcome === 'carried',
    quorumMet: outcome !== 'no-quorum',
    ...(minutes?.minutes === undefined ? {} : { minutes: minutes.minutes }),
    presentMembers: minutes?.present ?? [],
    onLeaveMembers: minutes?.onLeave ?? [],
    separate: (minutes?.separate ?? []).map((vote) => ({ ...vote, carried: majority(vote.inFavour, voters) })),
  };
}
