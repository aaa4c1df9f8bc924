import { type Instant, localDateOf, startOfDay } from './local-date.ts';
import { isWorkingDay, type WorkCalendar } from './working-days.ts';

/** Minutes after midnight; the end itself is too late. */
export type OfficeHours = { readonly fromMinute: number; readonly toMinute: number };

const MINUTE_MS = 60_000;

/** Regulation 2-2 (A11): when mails leave that nobody has asked for by hand: within office hours of a working day. */
export function isOfficeTime(calendar: WorkCalendar, { fromMinute, toMinute }: OfficeHours, at: Instant): boolean {
  const day = localDateOf(at);
  const minute = (at - startOfDay(day)) / MINUTE_MS;
  return isWorkingDay(calendar, day) && minute >= fromMinute && minute < toMinute;
}
