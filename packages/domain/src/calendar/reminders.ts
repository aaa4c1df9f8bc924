import { addDays, type Instant, localDateOf, startOfDay } from './local-date.ts';
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

/**
 * Regulation 2-2 (A11, A19): one reminder before, one on the last day, then one each working day overdue, level by level.
 * A step that passes by itself, such as a missing application, blocks nobody: nobody is reminded of it after its deadline.
 */
export function reminders({ passes, deadline, calendar, settings }: Asked): readonly Reminder[] {
  const lastDay = workingDayOnOrBefore(calendar, localDateOf(deadline - 1));
  const dueDay = addDays(localDateOf(deadline), -1);
  const overdueDays = passes ? 0 : settings.overdueReminderWorkingDays;
  const at = (date: typeof lastDay): Instant => startOfDay(date) + settings.reminderHour * HOUR_MS;
  const overdue = Array.from({ length: overdueDays }, (_, index): Reminder => {
    const daysOverdue = index + 1;
    const level = settings.escalationWorkingDays.filter((days) => daysOverdue > days).length;
    return { at: at(addWorkingDays(calendar, dueDay, daysOverdue)), kind: 'overdue', level };
  });
  return [
    { at: at(addWorkingDays(calendar, lastDay, -settings.reminderWorkingDaysBefore)), kind: 'before', level: 0 },
    { at: at(lastDay), kind: 'last-day', level: 0 },
    ...overdue,
  ];
}
