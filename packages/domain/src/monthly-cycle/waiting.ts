import type { Instant } from '../calendar/local-date.ts';
import type { MemberId } from '../ids/ids.ts';
import type { BranchMonth, Line, Participant, Round } from './branch-month.ts';
import { carriedLine, membersOf } from './rounds.ts';

export type Waiting = { readonly memberId: MemberId; readonly since: Instant };
/** 有异议 · 党员大会没有通过 · 逾期补报. */
export type WaitingReason = 'objection' | 'not-carried' | 'late-application';

const isResolved = (month: BranchMonth, { memberId }: Participant): boolean =>
  month.rounds.some((round) => round.lines.some((line) => line.memberId === memberId && line.resolved !== null));

/** Regulation 2-2 step 3 (A19): entries by telephone that their members could still confirm, and have not. */
export function unconfirmedEntries(month: BranchMonth): readonly Waiting[] {
  return membersOf(month).flatMap((participant) => {
    const { memberId, telephoned, entryConfirmed } = participant;
    const isOpen = telephoned !== undefined && !entryConfirmed && !isResolved(month, participant);
    return isOpen ? [{ memberId, since: telephoned.at }] : [];
  });
}

const openSupplement = ({ rounds, round }: BranchMonth): Round | undefined =>
  rounds.find((one) => one.round === round && one.origin === 'supplement' && one.status !== 'closed');

/** Regulation 2-2 step 7: members whose lines wait in a supplement, since the round before it has closed. */
export function waitingLines(month: BranchMonth): readonly Waiting[] {
  const supplement = openSupplement(month);
  const since = supplement?.begun?.at;
  if (!supplement || since === undefined) return [];
  return membersOf(month).flatMap(({ memberId }) => (carriedLine(supplement, memberId) ? [{ memberId, since }] : []));
}

/** Regulation 2-2 steps 3, 6, 7: why a line goes with a supplement. */
export function waitingReasonOf(month: BranchMonth, memberId: MemberId): WaitingReason {
  const isTheirs = (line: Line) => line.memberId === memberId && line.standing === 'moved-away';
  const earlier = month.rounds.filter((round) => round.lines.some(isTheirs));
  if (earlier.some(({ objections }) => objections.some((one) => one.lineMemberId === memberId))) return 'objection';
  return earlier.length > 0 ? 'not-carried' : 'late-application';
}
