import type { MonthCounters } from '@jifen/contracts';
import { type ApplicationStatus, type BranchMonth, type Line, linesCarried } from '@jifen/domain';

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
  const count = (status: ApplicationStatus) => month.participants.filter(({ application }) => application === status).length;
  const objections = month.rounds.flatMap((round) => round.objections);
  const lines = month.participants.flatMap(({ memberId }) => currentLine(month, memberId)?.line ?? []);
  return {
    due: month.participants.length,
    applied: count('applied'),
    onBehalf: count('on-behalf'),
    late: count('late'),
    absent: count('absent'),
    objections: objections.length,
    heldBack: lines.filter(isHeldBack).length,
  };
}
