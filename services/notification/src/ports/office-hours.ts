import { memberInternals } from '@jifen/contracts';
import { isOfficeTime, type LocalDate, localDateOf, type OfficeHours, type WorkCalendar } from '@jifen/domain';
import { ask, type HttpClient, RemoteUnavailable } from '@jifen/service-kit';
import type { Office } from './ports.ts';

export type CalendarOfYear = (year: string) => Promise<WorkCalendar>;

/** A year that nobody has entered has its week-ends. */
export const memberCalendar =
  (member: HttpClient): CalendarOfYear =>
  async (year) => {
    const answer = await ask(member, memberInternals.calendarYear, { params: { year } });
    if (answer.ok) {
      const { holidays, makeUpDays } = answer.value;
      return { holidays: holidays as LocalDate[], makeUpDays: makeUpDays as LocalDate[] };
    }
    if (answer.refusal.code === 'calendar-missing') return { holidays: [], makeUpDays: [] };
    throw new RemoteUnavailable(`member refused the calendar: ${answer.refusal.code}`);
  };

type Options = { hours: OfficeHours; calendar: CalendarOfYear; businessNow: () => number; realNow: () => number; keepMs: number };

/** The calendar is kept for `keepMs` milliseconds, and for longer while member is away; where none is known, the office is closed. */
export function countyOffice({ hours, calendar, businessNow, realNow, keepMs }: Options): Office {
  const kept = new Map<string, { calendar: WorkCalendar; until: number }>();
  const calendarOf = async (year: string): Promise<WorkCalendar | undefined> => {
    const known = kept.get(year);
    if (known && known.until > realNow()) return known.calendar;
    const asked = await calendar(year).catch(() => undefined);
    if (asked) kept.set(year, { calendar: asked, until: realNow() + keepMs });
    return asked ?? known?.calendar;
  };
  return {
    async isOpen() {
      const now = businessNow();
      const known = await calendarOf(localDateOf(now).slice(0, 4));
      return known !== undefined && isOfficeTime(known, hours, now);
    },
  };
}
