import type { Instant } from '../calendar/local-date.ts';
import type { MemberId, PersonId } from '../ids/ids.ts';
import { ok, refuse } from '../result.ts';
import type { BranchMonth, LeftOut, Line, Round } from './branch-month.ts';
import type { DecisionOf, LineChange } from './decisions.ts';
import { type DecidedLine, doneBy } from './decisions.ts';
import type { BranchMonthRefusal, Decided } from './refusals.ts';
import {
  carriedLine,
  hasDecided,
  isAwaited,
  linesToDecide,
  otherDecidersThan,
  personOf,
  reviewersOf,
  standingValue,
  unknownOrTwice,
  wrongChanges,
} from './rounds.ts';

/** Regulation 2-2 steps 5–6: the value after a step: the change if there is one, otherwise the value of the step before. */
export function decidedLine(line: Line, changes: readonly LineChange[]): readonly DecidedLine[] {
  const change = changes.find((one) => one.line.memberId === line.memberId);
  const value = standingValue(line);
  return change ? [change] : value ? [{ line: value }] : [];
}

function leftOutOf(month: BranchMonth, { by, leftOut }: DecisionOf<'review'>, line: Line): LeftOut | null {
  const others = otherDecidersThan(month.posts, by).filter((other) => other !== personOf(month, line.memberId));
  const isOwn = personOf(month, line.memberId) === by;
  if (isOwn && !month.posts.hasCommittee) return 'meeting';
  if (isOwn || leftOut.includes(line.memberId)) return others.length > 0 ? 'other-person' : 'meeting';
  return line.registered?.by === by ? 'second-person' : null;
}

function wrongReview(month: BranchMonth, round: Round, decision: DecisionOf<'review'>): BranchMonthRefusal | null {
  const { by, changes, leftOut } = decision;
  if (hasDecided(round, 'review')) return { code: 'already-decided', status: round.status };
  if (!reviewersOf(month.posts).includes(by)) return { code: 'not-your-post' };
  if (decision.rosterHash !== month.rosterHash) return { code: 'stale-roster', rosterHash: month.rosterHash };
  const own = changes.find((change) => personOf(month, change.line.memberId) === by);
  if (own) return { code: 'own-line', memberId: own.line.memberId };
  return unknownOrTwice(round, leftOut) ?? wrongChanges(month, round, changes);
}

/**
 * Regulation 2-2 step 5: the committee's review of the registered lines as one batch. The decider's own line is left out (本人回避),
 * and what the decider entered themselves needs a second person.
 */
export function review(month: BranchMonth, round: Round, decision: DecisionOf<'review'>, at: Instant): Decided {
  const wrong = wrongReview(month, round, decision);
  if (wrong) return refuse(wrong);
  const { by, changes } = decision;
  const carried = linesToDecide(round);
  const leftOut = carried.flatMap((line) => {
    const why = leftOutOf(month, decision, line);
    return why ? [{ memberId: line.memberId, leftOut: why }] : [];
  });
  const alone = leftOut.filter((one) => one.leftOut === 'second-person' && otherDecidersFor(month, by, one.memberId).length === 0);
  if (alone.length > 0) return refuse({ code: 'second-person-required', memberIds: alone.map((one) => one.memberId) });
  const undecided = (line: Line) => leftOut.some((one) => one.memberId === line.memberId && one.leftOut !== 'second-person');
  const lines = carried.filter((line) => !undecided(line)).flatMap((line) => decidedLine(line, changes));
  return ok([{ type: 'reviewed', ...doneBy(decision, at), lines, leftOut }]);
}

const otherDecidersFor = (month: BranchMonth, by: PersonId, memberId: MemberId): readonly PersonId[] =>
  otherDecidersThan(month.posts, by).filter((other) => other !== personOf(month, memberId));

function wrongConfirmation(month: BranchMonth, round: Round, by: PersonId, memberId: MemberId): BranchMonthRefusal | null {
  const line = carriedLine(round, memberId);
  if (!line || !isAwaited(line)) return { code: 'line-not-awaiting', memberId };
  if (personOf(month, memberId) === by) return { code: 'own-line', memberId };
  const hadPart = line.registered?.by === by || round.acts.some((act) => act.step === 'review' && act.by === by);
  return hadPart ? { code: 'second-person-required', memberIds: [memberId] } : null;
}

/** Regulation 2-2 step 5: another eligible person decides what the review left out, or confirms what rested on one person (复核人). */
export function confirm(month: BranchMonth, round: Round, decision: DecisionOf<'review-own-line'>, at: Instant): Decided {
  const { by, memberIds, changes } = decision;
  if (!hasDecided(round, 'review')) return refuse({ code: 'wrong-step', status: round.status, expected: ['reviewing'] });
  if (!reviewersOf(month.posts).includes(by) && by !== month.posts.confirmer) return refuse({ code: 'not-your-post' });
  const stray = changes.find((change) => !memberIds.includes(change.line.memberId));
  if (stray) return refuse({ code: 'unknown-line', memberId: stray.line.memberId });
  const wrong =
    unknownOrTwice(round, memberIds) ??
    memberIds.map((memberId) => wrongConfirmation(month, round, by, memberId)).find((refusal) => refusal !== null) ??
    wrongChanges(month, round, changes);
  if (wrong) return refuse(wrong);
  const lines = linesToDecide(round)
    .filter((line) => memberIds.includes(line.memberId))
    .flatMap((line) => decidedLine(line, changes));
  return ok([{ type: 'confirmed', ...doneBy(decision, at), lines }]);
}
