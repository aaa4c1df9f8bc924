import { addDays, endOfDay, type Instant, type LocalDate, localDateOf, startOfDay } from './local-date.ts';
import { dayOf, lastDayOf, nextPeriod, type Period, periodOf } from './period.ts';
import type { CountySettings } from './settings.ts';
import { addWorkingDays, type WorkCalendar, workingDayOnOrAfter } from './working-days.ts';

/** The deadlines of one branch-month: exclusive midnights in Asia/Shanghai; `meetingOn` is the party day itself. */
export type MonthDeadlines = {
  readonly opensAt: Instant;
  readonly applicationBy: Instant;
  readonly registrationBy: Instant;
  readonly reviewBy: Instant;
  readonly meetingOn: LocalDate;
  readonly meetingBy: Instant;
  readonly postBy: Instant;
};

/** The deadlines of a supplement up to its meeting; one that begins with the meeting has nothing to register or review. */
export type SupplementDeadlines = Pick<MonthDeadlines, 'meetingOn' | 'meetingBy'> &
  Partial<Pick<MonthDeadlines, 'registrationBy' | 'reviewBy'>>;

export type PublicityDeadlines = { readonly publicityEndsAt: Instant; readonly filingBy: Instant };

type Rules = { readonly calendar: WorkCalendar; readonly settings: CountySettings };

const later = (left: LocalDate, right: LocalDate): LocalDate => (left > right ? left : right);
const earlier = (left: LocalDate, right: LocalDate): LocalDate => (left < right ? left : right);

function checkPartyDay(partyDay: number): void {
  if (!Number.isInteger(partyDay) || partyDay < 1 || partyDay > 28) throw new RangeError(`not a party day: ${partyDay}`);
}

function partyDayOnOrAfter(date: LocalDate, partyDay: number): LocalDate {
  const month = periodOf(date);
  const ofThisMonth = dayOf(month, partyDay);
  return ofThisMonth >= date ? ofThisMonth : dayOf(nextPeriod(month), partyDay);
}

/**
 * Regulation 2-2 steps 3–7: the month's deadlines from its party day, which lies in the month after.
 * Applications close at the earliest on the first working day after they open, also after long holidays, and at the latest on the party day.
 */
export function monthDeadlines({ period, partyDay, calendar, settings }: Rules & { period: Period; partyDay: number }): MonthDeadlines {
  checkPartyDay(partyDay);
  const meetingOn = dayOf(nextPeriod(period), partyDay);
  const opensOn = dayOf(period, settings.submissionOpensDay);
  const usual = addWorkingDays(calendar, meetingOn, -settings.applicationWorkingDaysBefore);
  const lastApplicationDay = earlier(later(usual, workingDayOnOrAfter(calendar, opensOn)), meetingOn);
  const lastRegistrationDay = later(addWorkingDays(calendar, meetingOn, -settings.registrationWorkingDaysBefore), lastApplicationDay);
  return {
    opensAt: startOfDay(opensOn),
    applicationBy: endOfDay(lastApplicationDay),
    registrationBy: endOfDay(lastRegistrationDay),
    reviewBy: endOfDay(meetingOn),
    meetingOn,
    meetingBy: endOfDay(lastDayOf(nextPeriod(period))),
    postBy: postingDeadline({ heldOn: meetingOn, calendar }),
  };
}

/**
 * Regulation 2-2 steps 4–7 (A19): a supplement's own deadlines from the day on which it begins, which is not counted. Review and meeting
 * are on the next party day after the days for the registration, the meeting at the latest at the end of that month.
 */
export function supplementDeadlines({
  begunAt,
  begunWith,
  partyDay,
  calendar,
  settings,
}: Rules & { begunAt: Instant; begunWith: 'registering' | 'meeting'; partyDay: number }): SupplementDeadlines {
  checkPartyDay(partyDay);
  const begunOn = localDateOf(begunAt);
  const lastRegistrationDay = addWorkingDays(calendar, begunOn, settings.supplementRegistrationWorkingDays);
  const earliest = begunWith === 'registering' ? later(lastRegistrationDay, addDays(begunOn, 1)) : addDays(begunOn, 1);
  const meetingOn = partyDayOnOrAfter(earliest, partyDay);
  const meeting = { meetingOn, meetingBy: endOfDay(lastDayOf(periodOf(meetingOn))) };
  if (begunWith === 'meeting') return meeting;
  return { registrationBy: endOfDay(lastRegistrationDay), reviewBy: endOfDay(meetingOn), ...meeting };
}

/** Regulation 2-2 step 7: the list is posted on the working day after the meeting. */
export function postingDeadline({ heldOn, calendar }: { heldOn: LocalDate; calendar: WorkCalendar }): Instant {
  return endOfDay(addWorkingDays(calendar, heldOn, 1));
}

/** Regulation 2-2 steps 7–8 (A10): the working days of publicity, the day of posting not counted, and then those for filing. */
export function publicityDeadlines({ postedAt, calendar, settings }: Rules & { postedAt: Instant }): PublicityDeadlines {
  const lastDay = addWorkingDays(calendar, localDateOf(postedAt), settings.publicityWorkingDays);
  return { publicityEndsAt: endOfDay(lastDay), filingBy: endOfDay(addWorkingDays(calendar, lastDay, settings.filingWorkingDays)) };
}

/** Regulation 2-2 step 7 (A10): by when an objection is answered; the day on which it was raised is not counted. */
export function objectionDeadline({ raisedAt, calendar, settings }: Rules & { raisedAt: Instant }): Instant {
  return endOfDay(addWorkingDays(calendar, localDateOf(raisedAt), settings.objectionWorkingDays));
}

/** Regulation 2-2 step 8: until when the supervising committee may return a filing. */
export function returnDeadline({ filedAt, calendar, settings }: Rules & { filedAt: Instant }): Instant {
  return endOfDay(addWorkingDays(calendar, localDateOf(filedAt), settings.returnWorkingDays));
}

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
