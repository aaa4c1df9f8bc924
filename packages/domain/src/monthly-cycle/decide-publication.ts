import type { Instant } from '../calendar/local-date.ts';
import { ok, refuse } from '../result.ts';
import { saysSomething } from '../text/says-something.ts';
import { wrongDay } from './act-day.ts';
import type { BranchMonth, Objection, Round } from './branch-month.ts';
import { closingOf } from './closing.ts';
import { type BranchMonthEvent, type DecisionOf, doneBy } from './decisions.ts';
import { evolve } from './evolve.ts';
import { answerersOf, objectionNumber, objectorOf } from './objections.ts';
import type { BranchMonthRefusal, Decided } from './refusals.ts';
import { carriedLine, keepsTheList, linesListed, outOfStep, personOf, wrongLine } from './rounds.ts';

function postedTooEarly(round: Round, { postedOn }: DecisionOf<'post'>): boolean {
  return round.meetings.some((meeting) => meeting.outcome === 'carried' && postedOn < meeting.heldOn);
}

/** Regulation 2-2 step 7: the recorder's posting starts the days of publicity. */
export function post(month: BranchMonth, round: Round, decision: DecisionOf<'post'>, at: Instant): Decided {
  const { actId, by, follows, postedOn, place, publicityEndsAt, filingBy } = decision;
  if (!follows && !keepsTheList(month.posts, by)) return refuse({ code: 'not-your-post' });
  const day = wrongDay(month, postedOn, at);
  if (day) return refuse(day);
  if (postedTooEarly(round, decision)) return refuse({ code: 'posted-before-the-meeting' });
  if (!decision.onWorkingDay) return refuse({ code: 'not-a-working-day' });
  const posting = { actId, postedOn, place, publicityEndsAt, filingBy };
  return ok([{ type: 'posted', ...doneBy(decision, at), posting }]);
}

type Objecting = DecisionOf<'object'>;

/** Of somebody outside the branch nobody knows whether it is the same person. */
function sameObjection({ objections }: Round, { memberId, lineMemberId, component }: Objecting): Objection | undefined {
  if (memberId === undefined) return undefined;
  return objections.find((one) => one.raisedBy === memberId && one.lineMemberId === lineMemberId && one.component === component);
}

function objectionOf(decision: Objecting, at: Instant): Objection {
  const { objectionId, by, enteredBy, memberId, lineMemberId, component } = decision;
  const objector = memberId === undefined ? {} : { raisedBy: memberId, person: by };
  return { objectionId, ...objector, ...(enteredBy && { enteredBy }), lineMemberId, component, at, answer: null };
}

/** Regulation 2-2 step 7 (A10): during publicity anybody may object; the line concerned is held back, the list is not. */
export function object(month: BranchMonth, round: Round, decision: Objecting, at: Instant): Decided {
  const { objectionId, lineMemberId } = decision;
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
  const same = sameObjection(round, decision);
  if (same) return refuse({ code: 'already-objected', period: month.period, number: objectionNumber(month, same.objectionId) });
  return ok([{ type: 'objected', round: round.round, objection: objectionOf(decision, at) }]);
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
  if (!saysSomething(reason)) return refuse({ code: 'reason-required' });
  return ok([{ type: 'returned', round: round.round, actId, by, at, backTo, reason, newRound: month.round + 1 }]);
}

/** Regulation 2-2 step 8: a filing that was not returned is closed when its window is over; an open objection keeps it open. */
export function close(month: BranchMonth, round: Round, _closed: unknown, at: Instant): Decided {
  const until = round.filing?.returnBy ?? at;
  return at < until ? refuse({ code: 'return-window-open', until }) : ok(closingOf(month, at));
}

type Answer = DecisionOf<'answer-objection'>;

function wrongAnswer(month: BranchMonth, round: Round, answer: Answer, objection: Objection): BranchMonthRefusal | null {
  const { by, newValue, objectionId, upheld } = answer;
  const { lineMemberId } = objection;
  if (objection.answer) return { code: 'already-decided', status: round.status };
  if (!answerersOf(month).includes(by)) return { code: 'not-your-post' };
  if (personOf(month, lineMemberId) === by) return { code: 'own-line', memberId: lineMemberId };
  if (objectorOf(month, objection) === by) return { code: 'own-entry' };
  if (!upheld) return null;
  if (!newValue) return { code: 'new-value-required', objectionId };
  return newValue.memberId === lineMemberId ? wrongLine(month, newValue) : { code: 'unknown-line', memberId: newValue.memberId };
}

/** Regulation 2-2 step 7: an objection is answered, upheld with a new value or not; its line follows in a supplement (补充公示). */
export function answerObjection(month: BranchMonth, round: Round, decision: Answer, at: Instant): Decided {
  const { objectionId, upheld, newValue } = decision;
  const objection = round.objections.find((one) => one.objectionId === objectionId);
  if (!objection) return refuse({ code: 'unknown-objection', objectionId });
  const wrong = wrongAnswer(month, round, decision, objection);
  if (wrong) return refuse(wrong);
  const value = upheld && newValue ? { newValue } : {};
  const answered: BranchMonthEvent = { type: 'objection-answered', ...doneBy(decision, at), objectionId, upheld, ...value };
  return ok([answered, ...closingOf(evolve(month, answered), at)]);
}
