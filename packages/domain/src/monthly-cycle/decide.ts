import type { Instant } from '../calendar/local-date.ts';
import type { ActId } from '../ids/ids.ts';
import { assertNever, type Result, refuse } from '../result.ts';
import type { BranchMonth, Round } from './branch-month.ts';
import { confirmEntry } from './decide-entry.ts';
import { recordMeeting } from './decide-meeting.ts';
import { answerObjection } from './decide-objection.ts';
import { close, endPublicity, file, object, post, receive, returnFiling } from './decide-publication.ts';
import { apply, closeApplications, register } from './decide-registration.ts';
import { confirm, review } from './decide-review.ts';
import { withdraw } from './decide-withdrawal.ts';
import type { BranchMonthDecision } from './decisions.ts';
import type { BranchMonthEvent } from './events.ts';
import { isJointStep, takenElsewhere } from './joint-months.ts';
import type { BranchMonthRefusal } from './refusals.ts';

type Decided = Result<readonly BranchMonthEvent[], BranchMonthRefusal>;

function isLive(month: BranchMonth, actId: ActId): boolean {
  if (month.lateClaims.some((late) => late.claimed.actId === actId)) return true;
  if (month.participants.some(({ entryConfirmed }) => entryConfirmed?.actId === actId)) return true;
  return month.rounds.some(
    ({ acts, lines, objections }) =>
      acts.some((act) => act.actId === actId) ||
      lines.some((line) => line.claimed?.actId === actId) ||
      objections.some((objection) => objection.answer?.actId === actId),
  );
}

function decideOnRound(
  month: BranchMonth,
  round: Round,
  decision: Exclude<BranchMonthDecision, { kind: 'apply' | 'confirm-entry' | 'withdraw' | 'close-applications' }>,
  at: Instant,
): Decided {
  const elsewhere = 'by' in decision && isJointStep(decision.kind) ? takenElsewhere(month, round, decision) : null;
  if (elsewhere) return refuse(elsewhere);
  switch (decision.kind) {
    case 'register':
      return register(month, round, decision, at);
    case 'review':
      return review(month, round, decision, at);
    case 'confirm':
      return confirm(month, round, decision, at);
    case 'record-meeting':
      return recordMeeting(month, round, decision, at);
    case 'post':
      return post(month, round, decision, at);
    case 'object':
      return object(month, round, decision, at);
    case 'answer-objection':
      return answerObjection(month, round, decision, at);
    case 'end-publicity':
      return endPublicity(month, round, at);
    case 'file':
      return file(month, round, decision, at);
    case 'receive':
      return receive(month, round, decision, at);
    case 'return':
      return returnFiling(month, round, decision, at);
    case 'close':
      return close(month, round, at);
    default:
      return assertNever(decision);
  }
}

/** Regulation 2-2 steps 3–8: what follows from a decision, or why it is refused. A refusal changes nothing. */
export function decide(month: BranchMonth, decision: BranchMonthDecision, at: Instant): Decided {
  if (decision.kind === 'close-applications') return closeApplications(month, at);
  if ('actId' in decision && isLive(month, decision.actId)) return refuse({ code: 'already-decided', status: month.status });
  if (decision.kind === 'apply') return apply(month, decision, at);
  if (decision.kind === 'confirm-entry') return confirmEntry(month, decision, at);
  if (decision.kind === 'withdraw') return withdraw(month, decision, at);
  const round = month.rounds.find((one) => one.round === decision.round);
  return round ? decideOnRound(month, round, decision, at) : refuse({ code: 'unknown-round', round: decision.round });
}
