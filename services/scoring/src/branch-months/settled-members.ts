import { type BranchMonth, membersOf } from '@jifen/domain';

/** The members whose lines are all closed: none is carried by an open round, none is held back. */
export function settledMembers(month: BranchMonth): string[] {
  const { rounds } = month;
  const linesOf = (memberId: string) =>
    rounds.flatMap((round) =>
      round.lines.filter((line) => line.memberId === memberId && line.standing !== 'moved-away').map((line) => ({ line, round })),
    );
  return membersOf(month)
    .map(({ memberId }) => memberId)
    .filter((memberId) => {
      const lines = linesOf(memberId).filter(({ round }) => round.status !== 'returned');
      return lines.length > 0 && lines.every(({ line, round }) => round.status === 'closed' && line.standing === 'listed');
    });
}
