import type { Instant } from '../calendar/local-date.ts';
import type { ActId } from '../ids/ids.ts';
import { refuse } from '../result.ts';
import type { BranchMonth, Round } from './branch-month.ts';
import { apply, closeApplications, confirmEntry } from './decide-application.ts';
import { recordMeeting } from './decide-meeting.ts';
import { answerObjection, close, endPublicity, file, object, post, receive, returnFiling } from './decide-publication.ts';
import { register } from './decide-registration.ts';
import { confirm, review } from './decide-review.ts';
import { withdraw } from './decide-withdrawal.ts';
import type { BranchMonthDecision } from './decisions.ts';
import { isJointStep, takenElsewhere } from './joint-months.ts';
import { leave } from './leaving.ts';
import type { Decided } from './refusals.ts';
import { outOfStep } from './rounds.ts';

function isLive(month: BranchMonth, actId: ActId): boolean {
  if (month.lateClaims.some((late) => late.claimed.actId === actId)) return true;
  if (month.participants.some(({ entryConfirmed }) => entryConfirmed?.actId === actId)) return true;
  if (month.participants.some(({ left }) => left?.actId === actId)) return true;
  return month.rounds.some(
    ({ acts, lines, objections }) =>
      acts.some((act) => act.actId === actId) ||
      lines.some((line) => line.claimed?.actId === actId) ||
      objections.some((objection) => objection.answer?.actId === actId),
  );
}

type OnRound = Exclude<BranchMonthDecision, { kind: 'apply' | 'confirm-entry' | 'leave' | 'withdraw' | 'close-applications' }>;
type ByKind = { readonly [Decision in OnRound as Decision['kind']]: Decision };
type Deciders = { readonly [Kind in keyof ByKind]: (month: BranchMonth, round: Round, decision: ByKind[Kind], at: Instant) => Decided };

const deciders: Deciders = {
  register,
  review,
  'review-own-line': confirm,
  'record-meeting': recordMeeting,
  post,
  object,
  'answer-objection': answerObjection,
  'end-publicity': endPublicity,
  file,
  receive,
  return: returnFiling,
  close,
};

function decideOnRound<Kind extends keyof ByKind>(
  month: BranchMonth,
  round: Round,
  decision: ByKind[Kind] & { kind: Kind },
  at: Instant,
): Decided {
  const elsewhere = 'by' in decision && isJointStep(decision.kind) ? takenElsewhere(month, round, decision) : null;
  if (elsewhere) return refuse(elsewhere);
  const step = decision.kind === 'object' ? null : outOfStep(round, decision.kind);
  return step ? refuse(step) : deciders[decision.kind](month, round, decision, at);
}

/** Regulation 2-2 steps 3–8: what follows from a decision, or why it is refused. A refusal changes nothing. */
export function decide(month: BranchMonth, decision: BranchMonthDecision, at: Instant): Decided {
  if (decision.kind === 'close-applications') return closeApplications(month, at);
  if ('actId' in decision && isLive(month, decision.actId)) return refuse({ code: 'already-decided', status: month.status });
  if (decision.kind === 'apply') return apply(month, decision, at);
  if (decision.kind === 'confirm-entry') return confirmEntry(month, decision, at);
  if (decision.kind === 'leave') return leave(month, decision, at);
  if (decision.kind === 'withdraw') return withdraw(month, decision, at);
  const round = month.rounds.find((one) => one.round === decision.round);
  return round ? decideOnRound(month, round, decision, at) : refuse({ code: 'unknown-round', round: decision.round });
}
