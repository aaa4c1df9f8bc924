import type { Instant } from '../calendar/local-date.ts';
import type { MonthLine } from '../evaluation/month-line.ts';
import { ok, refuse } from '../result.ts';
import { saysSomething } from '../text/says-something.ts';
import type { BranchMonth, Round } from './branch-month.ts';
import { applicationsClosed } from './decide-application.ts';
import { type BranchMonthEvent, type DecisionOf, doneBy, type RegisteredLine } from './decisions.ts';
import { departsFromClaim } from './grounds.ts';
import type { BranchMonthRefusal, Decided } from './refusals.ts';
import {
  carriedLine,
  hasDecided,
  isLateClaim,
  isRecorder,
  linesToDecide,
  membersOf,
  rulesFor,
  unknownOrTwice,
  wrongLine,
} from './rounds.ts';

function wrongRegistered(month: BranchMonth, round: Round, { reason, ...line }: RegisteredLine): BranchMonthRefusal | null {
  const { memberId, task } = line;
  const claimed = carriedLine(round, memberId)?.claimed ?? null;
  if (task.kind === 'not-applied' && claimed) return { code: 'claim-not-allowed', memberId, kind: task.kind };
  const wrong = wrongLine(month, line);
  if (wrong) return wrong;
  const departs = departsFromClaim(rulesFor(month, memberId), claimed?.line ?? null, line);
  return departs && !saysSomething(reason) ? { code: 'reason-required', memberId } : null;
}

const isLate = (round: Round, { memberId }: MonthLine): boolean => {
  const line = carriedLine(round, memberId);
  return line !== null && isLateClaim(line);
};

function notYetOpen(month: BranchMonth, round: Round, lines: readonly MonthLine[], at: Instant): BranchMonthRefusal | null {
  const { status } = round;
  if (status === 'registering') return null;
  if (status === 'applying') {
    const waiting = membersOf(month).filter((participant) => participant.application === 'waiting-application').length;
    return waiting > 0 && at < month.applicationBy ? { code: 'applications-open', until: month.applicationBy, waiting } : null;
  }
  const onlyLate = lines.length > 0 && !hasDecided(round, 'review') && lines.every((line) => isLate(round, line));
  return onlyLate ? null : { code: 'already-decided', status };
}

/** Regulation 2-2 step 4: the recorder registers every line once, with the reason where it is not what was claimed; late applications one by one until the review. */
export function register(month: BranchMonth, round: Round, decision: DecisionOf<'register'>, at: Instant): Decided {
  const { lines, by } = decision;
  const notOpen = notYetOpen(month, round, lines, at);
  if (notOpen) return refuse(notOpen);
  if (!isRecorder(month.posts, by)) return refuse({ code: 'not-your-post' });
  if (decision.rosterHash !== month.rosterHash) return refuse({ code: 'stale-roster', rosterHash: month.rosterHash });
  const given = lines.map((line) => line.memberId);
  const wrong =
    unknownOrTwice(round, given) ?? lines.map((line) => wrongRegistered(month, round, line)).find((refusal) => refusal !== null);
  if (wrong) return refuse(wrong);
  const missing = linesToDecide(round).filter((line) => line.registered === null && !given.includes(line.memberId));
  if (missing.length > 0) {
    return refuse({ code: 'line-missing', memberIds: missing.map((line) => line.memberId) });
  }
  const registered: BranchMonthEvent = {
    type: 'registered',
    ...doneBy(decision, at),
    lines: lines.map(({ reason: _reason, ...line }) => line),
  };
  return ok(round.status === 'applying' ? [applicationsClosed(month, round, at), registered] : [registered]);
}
