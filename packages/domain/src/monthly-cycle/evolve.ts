import { type BranchMonth, type BranchMonthStage, type Given, type Line, newRound, type Participant, type Round } from './branch-month.ts';
import type { BranchMonthEvent } from './decisions.ts';
import { type EventOf, evolveRound } from './evolve-round.ts';
import { applicationByOf } from './own-deadline.ts';
import { hasDecided, isAwaited, linesToDecide } from './rounds.ts';

/** The returned list again: its objections stay, and what was answered is listed again when the list is posted again. */
function afterReturn(month: BranchMonth, event: EventOf<'returned'>): readonly Round[] {
  const returned = month.rounds.find((round) => round.round === event.round);
  if (!returned) return month.rounds;
  const { objections, meetings, posting } = returned;
  const isOpen = (line: Line) => objections.some((one) => one.lineMemberId === line.memberId && one.answer === null);
  const isAgainListed = (line: Line) => event.backTo === 'posting' && line.resolved !== null && !isOpen(line);
  const lines = returned.lines.map((line): Line => (isAgainListed(line) ? { ...line, standing: 'listed' } : line));
  const next = newRound({ round: event.newRound, origin: 'return', status: event.backTo, lines });
  const rounds = month.rounds.map((round): Round => (round === returned ? { ...round, status: 'returned' } : round));
  return [...rounds, { ...next, objections, meetings, posting: event.backTo === 'filing' ? posting : null }];
}

function afterSupplement(month: BranchMonth, { round, at, status, lines }: EventOf<'supplement-opened'>): readonly Round[] {
  const isMoved = (line: Line) => line.standing === 'held-back' && lines.some((one) => one.memberId === line.memberId);
  const rounds = month.rounds.map((one) => ({
    ...one,
    lines: one.lines.map((line): Line => (isMoved(line) ? { ...line, standing: 'moved-away' } : line)),
  }));
  return [...rounds, newRound({ round, origin: 'supplement', begun: { at, step: status }, status, lines })];
}

function roundsAfter(month: BranchMonth, event: BranchMonthEvent): readonly Round[] {
  if (event.type === 'returned') return afterReturn(month, event);
  if (event.type === 'supplement-opened') return afterSupplement(month, event);
  if (event.type === 'entry-confirmed' || event.type === 'member-left') return month.rounds;
  return month.rounds.map((round) => (round.round === event.round ? evolveRound(round, event) : round));
}

/** Another application is another entry. */
const unconfirmed = ({ entryConfirmed: _confirmed, telephoned: _telephoned, ...rest }: Participant): Participant => rest;

const isMissing = ({ application, left }: Participant): boolean => application === 'waiting-application' && !left;

/** Whoever has time of their own after the others is absent once it has passed, and at the latest when the review is decided. */
function participantsAfter(month: BranchMonth, event: BranchMonthEvent): readonly Participant[] {
  const set = (matches: (one: Participant) => boolean, application: Participant['application']) =>
    month.participants.map((one) => (matches(one) ? { ...unconfirmed(one), application } : one));
  if (event.type === 'entry-confirmed') {
    const { memberId, actId, by, at } = event;
    return month.participants.map((one) => (one.memberId === memberId ? { ...one, entryConfirmed: { actId, by, at } } : one));
  }
  if (event.type === 'member-left') {
    const { memberId, actId, by, at, because, on } = event;
    return month.participants.map((one) => (one.memberId === memberId ? { ...one, left: { actId, by, at, because, on } } : one));
  }
  if (event.type === 'applied') {
    const { line, application, byTelephone, actId, at } = event;
    const applied = set((one) => one.memberId === line.memberId, application);
    if (!byTelephone) return applied;
    return applied.map((one) => (one.memberId === line.memberId ? { ...one, telephoned: { actId, at } } : one));
  }
  if (event.type === 'applications-closed') return set((one) => event.absent.includes(one.memberId), 'absent');
  if (event.type === 'registered') return set((one) => isMissing(one) && event.at >= applicationByOf(month, one), 'absent');
  if (event.type === 'reviewed') return set(isMissing, 'absent');
  if (event.type !== 'withdrawn' || event.step !== 'apply') return month.participants;
  const claims = [...month.lateClaims, ...month.rounds.flatMap((round) => round.lines)];
  const claim = claims.find((one) => one.claimed?.actId === event.withdraws);
  return month.participants.map((one) =>
    claim?.claimed && one.memberId === claim.memberId ? afterWithdrawal(month, one, event, claim.claimed) : one,
  );
}

/** A late application that is withdrawn does not take the place of one that had come in time. */
function afterWithdrawal(month: BranchMonth, applicant: Participant, { at }: EventOf<'withdrawn'>, { actId, line }: Given): Participant {
  const inTime = applicant.application === 'applied';
  const withdrawn = !inTime && applicant.withdrawn?.inTime ? applicant.withdrawn : { actId, line, inTime };
  return { ...unconfirmed(applicant), withdrawn, application: at < applicationByOf(month, applicant) ? 'waiting-application' : 'absent' };
}

function lateClaimsAfter({ lateClaims }: BranchMonth, event: BranchMonthEvent): BranchMonth['lateClaims'] {
  if (event.type === 'applied' && event.joins === 'supplement') {
    const { line, by, at, actId } = event;
    return [...lateClaims, { memberId: line.memberId, claimed: { line, by, at, actId } }];
  }
  if (event.type === 'withdrawn') return lateClaims.filter((late) => late.claimed.actId !== event.withdraws);
  if (event.type === 'member-left') return lateClaims.filter((late) => late.memberId !== event.memberId);
  return event.type === 'supplement-opened' ? [] : lateClaims;
}

function statusOf(rounds: readonly Round[]): BranchMonthStage {
  const status = rounds.at(-1)?.status ?? 'closed';
  return status === 'returned' ? 'closed' : status;
}

/** Regulation 2-2 steps 3–8: the month after an event. */
export function evolve(month: BranchMonth, event: BranchMonthEvent): BranchMonth {
  const participants = participantsAfter(month, event);
  const rounds = withoutLeavers(roundsAfter(month, event), { participants });
  const enterer = 'enteredBy' in event ? event.enteredBy : undefined;
  return {
    ...month,
    rounds,
    participants,
    rosterHash: event.type === 'member-left' ? event.rosterHash : month.rosterHash,
    lateClaims: lateClaimsAfter(month, event),
    status: statusOf(rounds),
    round: rounds.at(-1)?.round ?? month.round,
    enteredBy: enterer && !month.enteredBy.includes(enterer) ? [...month.enteredBy, enterer] : month.enteredBy,
  };
}

/** Regulation 2-2: the rounds without the unresolved lines of those who have left; also of a resolution that was withdrawn afterwards. */
export function withoutLeavers(rounds: readonly Round[], { participants }: Pick<BranchMonth, 'participants'>): readonly Round[] {
  const leavers = new Set(participants.flatMap(({ memberId, left }) => (left ? [memberId] : [])));
  return leavers.size === 0 ? rounds : rounds.map((round) => withoutTheirs(round, leavers));
}

function withoutTheirs(round: Round, leavers: ReadonlySet<string>): Round {
  const isTheirs = (line: Line) => leavers.has(line.memberId) && line.resolved === null && line.standing !== 'moved-away';
  if (round.status === 'returned' || !round.lines.some((line) => isTheirs(line) && line.standing !== 'left')) return round;
  const lines = round.lines.map((line): Line => (isTheirs(line) ? { ...line, standing: 'left' } : line));
  const rest = { ...round, lines };
  const isReviewed = round.status === 'reviewing' && hasDecided(round, 'review') && !linesToDecide(rest).some(isAwaited);
  return isReviewed ? { ...rest, status: 'meeting' } : rest;
}
