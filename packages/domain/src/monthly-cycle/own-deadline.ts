import type { Instant } from '../calendar/local-date.ts';
import type { MemberId } from '../ids/ids.ts';
import type { BranchMonth, Participant } from './branch-month.ts';
import { hasDecided } from './rounds.ts';

type Due = Pick<BranchMonth, 'applicationBy'>;

/** Regulation 2-2 step 3: by when this member applies: by the month's deadline, or by their own (个别延期). */
export function applicationByOf({ applicationBy }: Due, participant: Pick<Participant, 'applicationBy'>): Instant {
  return participant.applicationBy ?? applicationBy;
}

const withoutOwn = ({ applicationBy: _before, ...rest }: Participant): Participant => rest;

const isReviewed = ({ rounds }: BranchMonth): boolean => rounds.some((round) => round.origin === 'month' && hasDecided(round, 'review'));

/** Regulation 2-2 step 3: the month with its members' own deadlines; whoever has time again and was found absent is waited for again. */
export function withOwnDeadlines(
  month: BranchMonth,
  own: readonly { readonly memberId: MemberId; readonly applicationBy: Instant }[],
  at: Instant,
): BranchMonth {
  const isOpen = !isReviewed(month);
  const participants = month.participants.map((participant): Participant => {
    const given = own.find(({ memberId }) => memberId === participant.memberId);
    if (!given) return participant.applicationBy === undefined ? participant : withoutOwn(participant);
    const { applicationBy } = given;
    const isWaitedFor = participant.application === 'absent' && isOpen && at < applicationBy;
    return { ...participant, applicationBy, ...(isWaitedFor && { application: 'waiting-application' as const }) };
  });
  return { ...month, participants };
}
