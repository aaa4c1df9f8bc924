import type { Instant } from '../calendar/local-date.ts';
import { majority, quorum, votesNeeded } from '../meeting/votes.ts';
import { ok, refuse } from '../result.ts';
import { saysSomething } from '../text/says-something.ts';
import { wrongDay } from './act-day.ts';
import type { BranchMonth, Line, MeetingOutcome, MeetingRecord, Round } from './branch-month.ts';
import { decidedLine } from './decide-review.ts';
import type { DecisionOf } from './decisions.ts';
import { doneBy } from './decisions.ts';
import type { BranchMonthRefusal, Decided } from './refusals.ts';
import { keepsTheList, linesToDecide, membersOf, unknownOrTwice, wrongChanges } from './rounds.ts';

type Meeting = DecisionOf<'record-meeting'>;

/** Regulation 2-2 step 6: everybody of the roster with a vote; exempt members vote too. */
export function votersOf(month: BranchMonth): number {
  return membersOf(month).filter((participant) => participant.voting).length + month.votersNotScored.length;
}

const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0;

function votesAddUp(month: BranchMonth, meeting: Meeting): boolean {
  const { due, voters, present, inFavour, against, abstained, notDueToAttend = [], separateVotes } = meeting;
  const counts = [
    due,
    voters,
    present,
    inFavour,
    against,
    abstained,
    ...separateVotes.flatMap((one) => [one.inFavour, one.against, one.abstained]),
  ];
  const separateAddUp = separateVotes.every((one) => one.inFavour + one.against + one.abstained === present);
  if (meeting.follows) return counts.every(isCount) && separateAddUp;
  const excused = new Set(notDueToAttend.map((one) => one.memberId)).size;
  return (
    counts.every(isCount) &&
    excused === notDueToAttend.length &&
    voters === votersOf(month) - excused &&
    due >= voters &&
    due <= membersOf(month).length + month.votersNotScored.length &&
    present <= voters &&
    inFavour + against + abstained === present &&
    separateAddUp
  );
}

function outcomeOf({ voters, present, inFavour }: Meeting): MeetingOutcome {
  if (!quorum(present, voters)) return 'no-quorum';
  return majority(inFavour, voters) ? 'carried' : 'not-carried';
}

function wrongClaim(meeting: Meeting, outcome: MeetingOutcome): BranchMonthRefusal | null {
  const { present, inFavour, carried } = meeting;
  const needed = votesNeeded(meeting.voters);
  if (carried && outcome === 'no-quorum') return { code: 'no-quorum', present, needed: needed.present };
  if (carried && outcome === 'not-carried') return { code: 'not-carried', inFavour, needed: needed.inFavour };
  return !carried && outcome === 'carried' ? { code: 'carried-by-the-votes', inFavour, needed: needed.inFavour } : null;
}

function wrongMeeting(month: BranchMonth, round: Round, meeting: Meeting, at: Instant): BranchMonthRefusal | null {
  if (!meeting.follows && !keepsTheList(month.posts, meeting.by)) return { code: 'not-your-post' };
  if (meeting.rosterHash !== month.rosterHash) return { code: 'stale-roster', rosterHash: month.rosterHash };
  const day = wrongDay(month, meeting.heldOn, at);
  if (day) return day;
  const ungrounded = meeting.notDueToAttend?.find((one) => !saysSomething(one.ground));
  if (ungrounded) return { code: 'reason-required', memberId: ungrounded.memberId };
  if (!meeting.follows && meeting.present === 0) return { code: 'nobody-present' };
  if (!votesAddUp(month, meeting)) return { code: 'votes-do-not-add-up' };
  const separate = meeting.separateVotes.map((one) => one.memberId);
  return wrongClaim(meeting, outcomeOf(meeting)) ?? unknownOrTwice(round, separate) ?? wrongChanges(month, round, meeting.changes);
}

/**
 * Regulation 2-2 step 6: the members' meeting decides on the list as a whole, any line separately on request. Every meeting is recorded;
 * one without a quorum or a majority leaves the list for the next. A line that is not carried is held back and goes to a later meeting.
 */
export function recordMeeting(month: BranchMonth, round: Round, decision: Meeting, at: Instant): Decided {
  const wrong = wrongMeeting(month, round, decision, at);
  if (wrong) return refuse(wrong);
  const { actId, heldOn, due, voters, present, inFavour, against, abstained } = decision;
  const outcome = outcomeOf(decision);
  const meeting: MeetingRecord = { actId, heldOn, enteredAt: at, due, voters, present, inFavour, against, abstained, outcome };
  const notCarried = outcome === 'carried' ? decision.separateVotes.filter((one) => !majority(one.inFavour, voters)) : [];
  const isCarried = (line: Line) => outcome === 'carried' && !notCarried.some((one) => one.memberId === line.memberId);
  const lines = linesToDecide(round)
    .filter(isCarried)
    .flatMap((line) => decidedLine(line, decision.changes));
  return ok([{ type: 'meeting-recorded', ...doneBy(decision, at), meeting, lines, notCarried: notCarried.map((one) => one.memberId) }]);
}
