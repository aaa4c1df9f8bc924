import { businessTime, memberInternals } from '@jifen/contracts';
import { type LocalDate, localDateOf, type WorkCalendar, workingDaysBetween } from '@jifen/domain';
import { ask } from '@jifen/service-kit';
import type { Asker, Upstreams } from '../upstream/upstreams.ts';

/** Today in business time; `undefined` when member refuses to tell. */
export async function businessToday({ member }: Upstreams, asker: Asker): Promise<LocalDate | undefined> {
  const reading = await ask(member, memberInternals.clock, asker);
  return reading.ok ? localDateOf(businessTime(reading.value, Date.now())) : undefined;
}

/** How many working days come after today up to the last day; `undefined` when a calendar of that time is not published. */
export async function workingDaysLeft(
  upstreams: Upstreams,
  { today, lastDay }: { today: LocalDate; lastDay: LocalDate },
  asker: Asker,
): Promise<number | undefined> {
  const years = [...new Set([today.slice(0, 4), lastDay.slice(0, 4)])];
  const calendars = await Promise.all(
    years.map((year) => ask(upstreams.member, memberInternals.calendarYear, { params: { year }, ...asker })),
  );
  const known = calendars.flatMap((calendar) => (calendar.ok ? [calendar.value] : []));
  if (known.length < years.length) return undefined;
  const calendar: WorkCalendar = {
    holidays: known.flatMap(({ holidays }) => holidays as LocalDate[]),
    makeUpDays: known.flatMap(({ makeUpDays }) => makeUpDays as LocalDate[]),
  };
  return workingDaysBetween(calendar, today, lastDay);
}
