import { type MonthDeadlines, postingDeadline } from './deadlines.ts';
import { endOfDay, type Instant, type LocalDate, localDateOf } from './local-date.ts';
import type { WorkCalendar } from './working-days.ts';

/** A step of a month to which a superior gives a later last day (延期). */
export type Extension = {
  readonly step: 'application' | 'registration' | 'review' | 'meeting';
  readonly lastDay: LocalDate;
};

type Extended = { readonly due: MonthDeadlines; readonly extensions: readonly Extension[]; readonly calendar: WorkCalendar };

/**
 * Regulation 2-2 steps 3–6: the month's deadlines with a superior's extensions; the latest extension of a step counts. No deadline becomes
 * earlier, and no step is due before the one before it; the meeting is on the last day of its review at the earliest.
 */
export function extendedDeadlines({ due, extensions, calendar }: Extended): MonthDeadlines {
  const latest = (step: Extension['step'], ...others: readonly Instant[]): Instant =>
    Math.max(...others, ...extensions.filter((one) => one.step === step).map(({ lastDay }) => endOfDay(lastDay)));
  const applicationBy = latest('application', due.applicationBy);
  const registrationBy = latest('registration', due.registrationBy, applicationBy);
  const reviewBy = latest('review', due.reviewBy, registrationBy);
  const meetingBy = latest('meeting', due.meetingBy, reviewBy);
  const meetingOn = localDateOf(reviewBy - 1);
  const postBy = postingDeadline({ heldOn: meetingOn, calendar });
  return { opensAt: due.opensAt, applicationBy, registrationBy, reviewBy, meetingOn, meetingBy, postBy };
}

type Personal = { readonly due: Pick<MonthDeadlines, 'applicationBy' | 'registrationBy'>; readonly lastDays: readonly LocalDate[] };

/** Regulation 2-2 step 3: by when one member applies: the latest day given to them, at most until the registration is due. */
export function personalApplicationBy({ due, lastDays }: Personal): Instant {
  return Math.min(Math.max(due.applicationBy, ...lastDays.map(endOfDay)), due.registrationBy);
}
