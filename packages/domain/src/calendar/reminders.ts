import { addDays, type Instant, type LocalDate, localDateOf, startOfDay } from './local-date.ts';
import type { CountySettings } from './settings.ts';
import { addWorkingDays, type WorkCalendar, workingDayOnOrBefore } from './working-days.ts';

/** `level` 0 goes to whoever has to act, 1 to the level above, 2 to the one above that. */
export type Reminder = { readonly at: Instant; readonly kind: 'before' | 'last-day' | 'overdue'; readonly level: number };

type Asked = {
  /** Whether the step is over at its deadline, whoever has acted by then. */
  readonly passes: boolean;
  readonly deadline: Instant;
  readonly calendar: WorkCalendar;
  readonly settings: CountySettings;
};

const HOUR_MS = 3_600_000;

const atReminderHour = (date: LocalDate, { reminderHour }: CountySettings): Instant => startOfDay(date) + reminderHour * HOUR_MS;

/**
 * Regulation 2-2 (A11, A19): one reminder before, one on the last day, three on the days after it, then one a week, level by level.
 * A step that passes by itself, such as a missing application, blocks nobody: nobody is reminded of it after its deadline.
 */
export function reminders({ passes, deadline, calendar, settings }: Asked): readonly Reminder[] {
  const lastDay = workingDayOnOrBefore(calendar, localDateOf(deadline - 1));
  const at = (date: LocalDate): Instant => atReminderHour(date, settings);
  return [
    { at: at(addWorkingDays(calendar, lastDay, -settings.reminderWorkingDaysBefore)), kind: 'before', level: 0 },
    { at: at(lastDay), kind: 'last-day', level: 0 },
    ...(passes ? [] : overdueReminders({ deadline, calendar, settings })),
  ];
}

function overdueReminders({ deadline, calendar, settings }: Omit<Asked, 'passes'>): Reminder[] {
  let reached = 0;
  let day = addDays(localDateOf(deadline), -1);
  return overdueDays(settings).map((daysOverdue) => {
    day = addWorkingDays(calendar, day, daysOverdue - reached);
    reached = daysOverdue;
    const level = settings.escalationWorkingDays.filter((days) => daysOverdue > days).length;
    return { at: atReminderHour(day, settings), kind: 'overdue', level };
  });
}

function overdueDays(settings: CountySettings): number[] {
  const { overdueReminderEveryWorkingDays: every, overdueReminderLastWorkingDay: last } = settings;
  const weekly = Array.from({ length: Math.floor(last / every) }, (_, index) => (index + 1) * every);
  return [...settings.overdueReminderWorkingDays, ...weekly];
}

/** Regulation 2-2 step 3: a member with a last day of their own (个别延期) is reminded once, on its morning. */
export function personalReminder(asked: Omit<Asked, 'passes'>): Reminder | null {
  return reminders({ ...asked, passes: true }).find(({ kind }) => kind === 'last-day') ?? null;
}

type Waiting = Omit<Asked, 'passes' | 'deadline'> & { readonly step: 'entry-confirmation' | 'waiting-line'; readonly since: Instant };

/**
 * Regulation 2-2 steps 3, 7 (A19): when an entry by telephone that its member has not confirmed is asked about, by level: the member, the
 * recorder; and when a line is told of that still waits after its round has closed. Each once; the day it began is not counted.
 */
export function waitingReminders({ step, since, calendar, settings }: Waiting): readonly Pick<Reminder, 'at' | 'level'>[] {
  const days = step === 'waiting-line' ? [settings.waitingLineWorkingDays] : settings.entryConfirmationWorkingDays;
  const after = (count: number) => atReminderHour(addWorkingDays(calendar, localDateOf(since), count), settings);
  return days.map((count, level) => ({ at: after(count), level }));
}
