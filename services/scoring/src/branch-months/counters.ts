import type { MonthCounters } from '@jifen/contracts';
import { type ApplicationStatus, type BranchMonth, type Line, linesCarried, membersListed, membersOf, objectionsOf } from '@jifen/domain';

/** Where a member's line stands now: the latest round that carries it. */
export function currentLine(month: BranchMonth, memberId: string): { line: Line; round: BranchMonth['rounds'][number] } | undefined {
  for (const round of [...month.rounds].reverse()) {
    const line = linesCarried(round).find((one) => one.memberId === memberId);
    if (line) return { line, round };
  }
  return undefined;
}

const isHeldBack = (line: Line): boolean => line.standing === 'held-back';

/** What the lists show of a month, from its own state only. In time, on behalf, late and absent leave each other out. */
export function countersOf(month: BranchMonth): MonthCounters {
  const members = membersListed(month);
  const count = (status: ApplicationStatus) => members.filter(({ application }) => application === status).length;
  const lines = members.flatMap(({ memberId }) => currentLine(month, memberId)?.line ?? []);
  return {
    due: members.length,
    applied: count('applied'),
    onBehalf: count('on-behalf'),
    late: count('late'),
    absent: count('absent'),
    objections: objectionsOf(month).length,
    heldBack: lines.filter(isHeldBack).length,
  };
}

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
