import type { MonthDeadlines, PublicityDeadlines } from '../calendar/deadlines.ts';
import type { Instant } from '../calendar/local-date.ts';
import type { RemindedStep } from '../calendar/reminders.ts';
import { assertNever } from '../result.ts';
import type { RoundStatus } from './branch-month.ts';
import type { ClockDecision } from './decisions.ts';

/** What is needed to know what a round waits for; small enough for a process to carry. */
export type RoundView = {
  readonly status: RoundStatus;
  readonly failedMeetings: number;
  readonly deadlines: MonthDeadlines;
  /** By when this round is posted, if its meeting was not on the party day. */
  readonly postBy?: Instant;
  readonly publicity: PublicityDeadlines | null;
  readonly returnBy: Instant | null;
};

export type WaitsFor = 'members' | 'recorder' | 'committee' | 'meeting' | 'branch' | 'supervising-committee' | 'nobody';

export type NextStep = {
  readonly waitsFor: WaitsFor;
  readonly until: Instant | null;
  /** Whom to remind, if anybody. */
  readonly reminded: RemindedStep | null;
  /** What the clock brings about at `until`; null: nothing, silence never decides. */
  readonly atDeadline: ClockDecision['kind'] | null;
};

const by = (
  waitsFor: WaitsFor,
  until: Instant | null,
  reminded: RemindedStep | null,
  atDeadline: NextStep['atDeadline'] = null,
): NextStep => ({
  waitsFor,
  until,
  reminded,
  atDeadline,
});

/** Regulation 2-2 steps 3–8: who acts now, until when, who is reminded, and what the clock does then. */
export function nextStep({ status, failedMeetings, deadlines, postBy, publicity, returnBy }: RoundView): NextStep {
  switch (status) {
    case 'applying':
      return by('members', deadlines.applicationBy, 'applying', 'close-applications');
    case 'registering':
      return by('recorder', deadlines.registrationBy, 'registering');
    case 'reviewing':
      return by('committee', deadlines.reviewBy, 'reviewing');
    case 'meeting':
      return by('meeting', deadlines.meetingBy, failedMeetings >= 2 ? null : 'meeting');
    case 'posting':
      return by('recorder', postBy ?? deadlines.postBy, 'posting');
    case 'publicity':
      return by('nobody', publicity?.publicityEndsAt ?? null, null, 'end-publicity');
    case 'filing':
      return by('branch', publicity?.filingBy ?? null, 'filing');
    case 'filed':
      return by('supervising-committee', returnBy, null, 'close');
    case 'closed':
    case 'returned':
      return by('nobody', null, null);
    default:
      return assertNever(status);
  }
}
