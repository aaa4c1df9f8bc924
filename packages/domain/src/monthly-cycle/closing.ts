import type { Instant } from '../calendar/local-date.ts';
import { type BranchMonth, emptyLine, type Line, type Round } from './branch-month.ts';
import type { BranchMonthEvent } from './decisions.ts';
import { evolve } from './evolve.ts';
import { firstStepOf, linesCarried, linesListed } from './rounds.ts';

/** What waits for a supplement: lines held back with their values, and late applications, of which nothing is decided yet. */
function waitingLines(month: BranchMonth): readonly Line[] {
  const late = month.lateClaims.map(({ memberId, claimed }): Line => ({ ...emptyLine(memberId), claimed }));
  const heldBack = month.rounds
    .filter((round) => round.status !== 'returned')
    .flatMap((round) => round.lines)
    .filter((line) => line.standing === 'held-back' && !late.some((one) => one.memberId === line.memberId))
    .map((line): Line => ({ ...line, standing: 'listed' }));
  return [...heldBack, ...late];
}

const reviewedAnew = (line: Line): Line => (line.resolved === null ? { ...line, leftOut: null, reviewed: null, confirmed: null } : line);

/** Regulation 2-2 steps 3, 7 (A10, A19): the supplement (补充公示) that follows when no round is open any more. */
function supplementOf(month: BranchMonth, at: Instant): readonly BranchMonthEvent[] {
  const waiting = waitingLines(month);
  const status = firstStepOf(waiting);
  const lines = status === 'registering' ? waiting.map(reviewedAnew) : waiting;
  return lines.length === 0 ? [] : [{ type: 'supplement-opened', round: month.round + 1, at, status, lines }];
}

function isOver(round: Round, at: Instant): boolean {
  if (round.objections.some((objection) => objection.answer === null)) return false;
  if (round.status === 'filed') return round.filing !== null && at >= round.filing.returnBy;
  return round.status === 'filing' && linesListed(round).length === 0;
}

/** Regulation 2-2 step 8: the open round is closed when its return window is over and no objection is open; a supplement may follow. */
export function closingOf(month: BranchMonth, at: Instant): readonly BranchMonthEvent[] {
  const round = month.rounds.find((one) => one.round === month.round);
  return round && isOver(round, at) ? closed(month, round, at) : [];
}

/** Regulation 2-2: an event, and the end of the open round where it leaves it without a line. */
export function closingIfEmpty(month: BranchMonth, event: BranchMonthEvent, at: Instant): readonly BranchMonthEvent[] {
  const after = evolve(month, event);
  const round = after.rounds.find((one) => one.round === after.round);
  const isEmpty = round !== undefined && round.status !== 'closed' && linesCarried(round).length === 0;
  return isEmpty ? [event, ...closed(after, round, at)] : [event];
}

function closed(month: BranchMonth, { round }: Round, at: Instant): readonly BranchMonthEvent[] {
  const event: BranchMonthEvent = { type: 'closed', round };
  return [event, ...supplementOf(evolve(month, event), at)];
}
