import type { Instant } from '../calendar/local-date.ts';
import { type BranchMonth, emptyLine, type Line, type Round } from './branch-month.ts';
import type { BranchMonthEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { linesListed } from './rounds.ts';

/** What waits for a supplement, one kind at a time: answered objections, lines not carried, late applications. */
function waitingLines(month: BranchMonth): { readonly status: 'posting' | 'meeting' | 'registering'; readonly lines: readonly Line[] } {
  const held = month.rounds.filter((round) => round.status !== 'returned').flatMap((round) => round.lines);
  const heldBack = held.filter((line) => line.standing === 'held-back').map((line): Line => ({ ...line, standing: 'listed' }));
  const answered = heldBack.filter((line) => line.resolved !== null);
  if (answered.length > 0) return { status: 'posting', lines: answered };
  if (heldBack.length > 0) return { status: 'meeting', lines: heldBack };
  return { status: 'registering', lines: month.lateClaims.map(({ memberId, claimed }) => ({ ...emptyLine(memberId), claimed })) };
}

/** Regulation 2-2 steps 3, 7 (A10, A19): the supplement (补充公示) that follows when no round is open any more. */
export function supplementOf(month: BranchMonth): readonly BranchMonthEvent[] {
  const { status, lines } = waitingLines(month);
  return lines.length === 0 ? [] : [{ type: 'supplement-opened', round: month.round + 1, status, lines }];
}

function isOver(round: Round, at: Instant): boolean {
  if (round.objections.some((objection) => objection.answer === null)) return false;
  if (round.status === 'filed') return round.filing !== null && at >= round.filing.returnBy;
  return round.status === 'filing' && linesListed(round).length === 0;
}

/** Regulation 2-2 step 8: the open round is closed when its return window is over and no objection is open; a supplement may follow. */
export function closingOf(month: BranchMonth, at: Instant): readonly BranchMonthEvent[] {
  const round = month.rounds.find((one) => one.round === month.round);
  if (!round || !isOver(round, at)) return [];
  const closed: BranchMonthEvent = { type: 'closed', round: round.round };
  return [closed, ...supplementOf(evolve(month, closed))];
}
