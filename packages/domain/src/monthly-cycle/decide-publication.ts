import { type Instant, localDateOf } from '../calendar/local-date.ts';
import { ok, refuse } from '../result.ts';
import type { BranchMonth, Objection, Round } from './branch-month.ts';
import { closingOf } from './closing.ts';
import type { DecisionOf } from './decisions.ts';
import { type BranchMonthEvent, doneBy } from './events.ts';
import { evolve } from './evolve.ts';
import type { Decided } from './refusals.ts';
import { carriedLine, keepsTheList, linesListed, outOfStep } from './rounds.ts';

function postedTooEarly(round: Round, { postedOn }: DecisionOf<'post'>): boolean {
  return round.meetings.some((meeting) => meeting.outcome === 'carried' && postedOn < meeting.heldOn);
}

/** Regulation 2-2 step 7: the recorder's posting starts the days of publicity. */
export function post(month: BranchMonth, round: Round, decision: DecisionOf<'post'>, at: Instant): Decided {
  const { actId, by, follows, postedOn, place, publicityEndsAt, filingBy } = decision;
  if (!follows && !keepsTheList(month.posts, by)) return refuse({ code: 'not-your-post' });
  if (postedOn > localDateOf(at)) return refuse({ code: 'day-in-the-future' });
  if (postedTooEarly(round, decision)) return refuse({ code: 'posted-before-the-meeting' });
  if (!decision.onWorkingDay) return refuse({ code: 'not-a-working-day' });
  const posting = { actId, postedOn, place, publicityEndsAt, filingBy };
  return ok([{ type: 'posted', ...doneBy(decision, at), posting }]);
}

/** Regulation 2-2 step 7 (A10): during publicity anybody of the branch may object; the line concerned is held back, the list is not. */
export function object(_month: BranchMonth, round: Round, decision: DecisionOf<'object'>, at: Instant): Decided {
  const { objectionId, memberId, lineMemberId, component } = decision;
  const { posting } = round;
  if (posting && (round.status !== 'publicity' || at >= posting.publicityEndsAt)) {
    return refuse({ code: 'publicity-over', since: posting.publicityEndsAt });
  }
  const step = outOfStep(round, 'end-publicity');
  if (step) return refuse(step);
  if (round.objections.some((objection) => objection.objectionId === objectionId)) {
    return refuse({ code: 'already-decided', status: round.status });
  }
  if (!carriedLine(round, lineMemberId)) return refuse({ code: 'unknown-line', memberId: lineMemberId });
  const objection: Objection = { objectionId, raisedBy: memberId, lineMemberId, component, at, answer: null };
  return ok([{ type: 'objected', round: round.round, objection }]);
}

/** Regulation 2-2 step 7: publicity is over at its midnight. */
export function endPublicity(month: BranchMonth, round: Round, _ended: unknown, at: Instant): Decided {
  const until = round.posting?.publicityEndsAt ?? at;
  if (at < until) return refuse({ code: 'publicity-not-over', until });
  const ended: BranchMonthEvent = { type: 'publicity-ended', round: round.round };
  return ok([ended, ...closingOf(evolve(month, ended), at)]);
}

/** Regulation 2-2 step 8: the list is filed without the lines held back; a filing is answered by a receipt, not an approval. */
export function file(month: BranchMonth, round: Round, decision: DecisionOf<'file'>, at: Instant): Decided {
  const { actId, by, follows, returnBy } = decision;
  if (!follows && !keepsTheList(month.posts, by)) return refuse({ code: 'not-your-post' });
  const until = round.posting?.publicityEndsAt ?? at;
  if (round.status === 'publicity' && at < until) return refuse({ code: 'publicity-not-over', until });
  const lines = linesListed(round).map((line) => line.memberId);
  if (lines.length === 0) {
    const open = round.objections.filter((objection) => objection.answer === null);
    return refuse({ code: 'objection-open', objectionIds: open.map((objection) => objection.objectionId) });
  }
  const filing = { actId, at, returnBy, lines };
  const ended: readonly BranchMonthEvent[] = round.status === 'publicity' ? [{ type: 'publicity-ended', round: round.round }] : [];
  return ok([...ended, { type: 'filed', ...doneBy(decision, at), filing }]);
}

/** Regulation 2-2 step 8: whoever holds a post in the branch or entered paper for it. */
export function actsForTheBranch({ posts, enteredBy }: BranchMonth, by: DecisionOf<'receive'>['by']): boolean {
  const own = [...posts.committee, posts.secretary, posts.recorder, posts.deputyRecorder, ...enteredBy];
  return own.includes(by);
}

/** Regulation 2-2 step 8: the supervising committee's receipt; whoever acted or entered for the branch cannot give it. */
export function receive(month: BranchMonth, round: Round, decision: DecisionOf<'receive'>, at: Instant): Decided {
  const { actId, by } = decision;
  if (round.receipt) return refuse({ code: 'already-decided', status: round.status });
  if (!decision.follows && actsForTheBranch(month, by)) return refuse({ code: 'own-entry' });
  return ok([{ type: 'received', round: round.round, actId, by, at }]);
}

/** Regulation 2-2 step 8: within its window a filing may be returned with a reason; the next round takes its place. */
export function returnFiling(month: BranchMonth, round: Round, decision: DecisionOf<'return'>, at: Instant): Decided {
  const { actId, by, backTo, reason } = decision;
  const since = round.filing?.returnBy ?? at;
  if (at >= since) return refuse({ code: 'return-window-over', since });
  if (!decision.follows && actsForTheBranch(month, by)) return refuse({ code: 'own-entry' });
  if (reason.trim() === '') return refuse({ code: 'reason-required' });
  return ok([{ type: 'returned', round: round.round, actId, by, at, backTo, reason, newRound: month.round + 1 }]);
}

/** Regulation 2-2 step 8: a filing that was not returned is closed when its window is over; an open objection keeps it open. */
export function close(month: BranchMonth, round: Round, _closed: unknown, at: Instant): Decided {
  const until = round.filing?.returnBy ?? at;
  return at < until ? refuse({ code: 'return-window-open', until }) : ok(closingOf(month, at));
}
