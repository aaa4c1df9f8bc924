import type { BranchMonth, BranchMonthStage, Round } from '@jifen/domain';

const isOver = ({ status }: Round) => status === 'closed' || status === 'returned';

/**
 * Rounds are taken one after the other: the earliest that is open is the current one, a supplement waits for it.
 * Where none is open, the month is closed, or its last round waits, filed, for the answer to an objection.
 */
export function currentRound({ rounds, round, status }: BranchMonth): { round: number; stage: BranchMonthStage } {
  const open = rounds.find((one) => !isOver(one));
  if (!open || open.status === 'returned') return { round, stage: status };
  return { round: open.round, stage: open.status };
}

/** The members whose lines are all closed: none is carried by an open round, none is held back. */
export function settledMembers({ rounds, participants }: BranchMonth): string[] {
  const linesOf = (memberId: string) =>
    rounds.flatMap((round) =>
      round.lines.filter((line) => line.memberId === memberId && line.standing !== 'moved-away').map((line) => ({ line, round })),
    );
  return participants
    .map(({ memberId }) => memberId)
    .filter((memberId) => {
      const lines = linesOf(memberId).filter(({ round }) => round.status !== 'returned');
      return lines.length > 0 && lines.every(({ line, round }) => round.status === 'closed' && line.standing === 'listed');
    });
}
