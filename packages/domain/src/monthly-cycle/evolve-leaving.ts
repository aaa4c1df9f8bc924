import type { BranchMonth, Line, Round } from './branch-month.ts';
import { hasDecided, isAwaited, linesToDecide } from './rounds.ts';

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
