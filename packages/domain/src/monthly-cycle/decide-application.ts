import type { Instant } from '../calendar/local-date.ts';
import { ok, refuse } from '../result.ts';
import { saysSomething } from '../text/says-something.ts';
import { wrongDay } from './act-day.ts';
import type { BranchMonth, Participant, Round } from './branch-month.ts';
import { type BranchMonthEvent, type DecisionOf, doneBy } from './decisions.ts';
import type { ApplicationStatus } from './member-month.ts';
import { applicationByOf } from './own-deadline.ts';
import type { BranchMonthRefusal, Decided } from './refusals.ts';
import { hasDecided, isRecorder, membersOf, outOfStep, wrongLine } from './rounds.ts';
import { comesLate } from './same-claim.ts';

const joinsUntilReviewed = (round: Round) => outOfStep(round, 'register') === null && !hasDecided(round, 'review');

function wrongApplication(
  month: BranchMonth,
  decision: DecisionOf<'apply'>,
  applicant: Participant,
  at: Instant,
): BranchMonthRefusal | null {
  const { line, by, onBehalf } = decision;
  const { memberId, task } = line;
  if (!onBehalf && by !== applicant.personId) return { code: 'not-your-post' };
  if (onBehalf && !isRecorder(month.posts, by) && !decision.enteredBy) return { code: 'not-your-post' };
  if (onBehalf && !onBehalf.paperSigned && !onBehalf.byTelephone) return { code: 'signature-required', memberId };
  const day = onBehalf?.signedOn === undefined ? null : wrongDay(month, onBehalf.signedOn, at);
  if (day) return day;
  if (applicant.left) return { code: 'member-has-left', memberId };
  if (month.status === 'closed') return { code: 'already-decided', status: month.status };
  if (applicant.application !== 'waiting-application' && applicant.application !== 'absent') return { code: 'already-applied', memberId };
  if (task.kind === 'decided' || task.kind === 'not-applied') return { code: 'claim-not-allowed', memberId, kind: task.kind };
  const unexplained = task.kind === 'fulfilments' && task.fulfilments.some(({ rate, note }) => rate !== 'done' && !saysSomething(note));
  return unexplained ? { code: 'reason-required', memberId } : wrongLine(month, line);
}

/** Regulation 2-2 step 3 (A19): an application joins until the committee has decided, then follows in a supplement. */
export function apply(month: BranchMonth, decision: DecisionOf<'apply'>, at: Instant): Decided {
  const { line, onBehalf } = decision;
  const applicant = month.participants.find((participant) => participant.memberId === line.memberId);
  if (!applicant) return refuse({ code: 'unknown-line', memberId: line.memberId });
  const wrong = wrongApplication(month, decision, applicant, at);
  if (wrong) return refuse(wrong);
  const late = comesLate(month, applicant, line, at);
  if (late && month.profile.lateApplication === 'refused') return refuse({ code: 'late-application-refused', memberId: line.memberId });
  const application: ApplicationStatus = onBehalf ? 'on-behalf' : late ? 'late' : 'applied';
  const round = month.rounds.find((one) => one.round === month.round && joinsUntilReviewed(one));
  const applied: BranchMonthEvent = {
    type: 'applied',
    ...doneBy({ ...decision, round: month.round }, at),
    line,
    application,
    joins: round ? 'round' : 'supplement',
    ...(onBehalf?.byTelephone && { byTelephone: true }),
  };
  return ok([applied]);
}

/** Whoever still has time of their own is waited for, not absent. */
export function applicationsClosed(month: BranchMonth, round: Round, at: Instant): BranchMonthEvent {
  const absent = membersOf(month).filter(
    (participant) => participant.application === 'waiting-application' && at >= applicationByOf(month, participant),
  );
  return { type: 'applications-closed', round: round.round, absent: absent.map((participant) => participant.memberId) };
}

/** Regulation 2-2 step 3 (A19): after the deadline whoever has not applied is marked 本人未申报 and the month goes on. */
export function closeApplications(month: BranchMonth, at: Instant): Decided {
  const round = month.rounds.find((one) => one.origin === 'month');
  if (round?.status !== 'applying') return ok([]);
  const waiting = membersOf(month).filter((participant) => participant.application === 'waiting-application').length;
  if (at < month.applicationBy) return refuse({ code: 'applications-open', until: month.applicationBy, waiting });
  return ok([applicationsClosed(month, round, at)]);
}

/**
 * Regulation 2-2 step 3 (A19): the member themselves confirms what was entered on their behalf (代填), once and until the meeting has
 * resolved their line. No step waits for it: an entry that nobody confirms counts as it stands.
 */
export function confirmEntry(month: BranchMonth, { confirms, actId, by }: DecisionOf<'confirm-entry'>, at: Instant): Decided {
  const lines = month.rounds.flatMap((round) => round.lines.map((line) => ({ ...line, status: round.status })));
  const line = lines.findLast((one) => one.claimed?.actId === confirms);
  const memberId = line?.memberId ?? month.lateClaims.find(({ claimed }) => claimed.actId === confirms)?.memberId;
  const participant = month.participants.find((one) => one.memberId === memberId);
  if (!participant) return refuse({ code: 'nothing-to-confirm', actId: confirms });
  if (participant.personId !== by) return refuse({ code: 'not-your-post' });
  if (participant.application !== 'on-behalf' || participant.entryConfirmed) return refuse({ code: 'nothing-to-confirm', actId: confirms });
  if (line?.resolved) return refuse({ code: 'already-decided', status: line.status });
  return ok([{ type: 'entry-confirmed', round: month.round, actId, by, at, memberId: participant.memberId }]);
}
