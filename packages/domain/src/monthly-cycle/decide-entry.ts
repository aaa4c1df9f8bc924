import type { Instant } from '../calendar/local-date.ts';
import { ok, refuse } from '../result.ts';
import type { BranchMonth } from './branch-month.ts';
import type { DecisionOf } from './decisions.ts';
import type { Decided } from './refusals.ts';

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
