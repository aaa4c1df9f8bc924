import { type Extension, extendedDeadlines, type MonthDeadlines, monthDeadlines } from './deadlines.ts';
import { type EvaluationSettings, meetsWith, takesDaysOf } from './joint-evaluation.ts';
import type { Period } from './period.ts';
import type { CountySettings } from './settings.ts';
import type { WorkCalendar } from './working-days.ts';

type Asked = {
  readonly period: Period;
  readonly partyDay: number;
  readonly evaluation: EvaluationSettings;
  readonly extensionsOf: (month: Period) => readonly Extension[];
  readonly calendar: WorkCalendar;
  readonly settings: CountySettings;
};

/** Regulation 2-2 (A11): the months by whose days a month is due: its own, that of a merged pair's later one, and its closing month. */
export function monthsDueBy(period: Period, evaluation: EvaluationSettings): readonly Period[] {
  return [...new Set([period, takesDaysOf(period, evaluation), meetsWith(period, evaluation)])];
}

/**
 * Regulation 2-2 steps 3–7 (A11): a month's deadlines with its extensions. Steps 3–5 of the earlier month of a merged pair take the later
 * month's days; the meeting of a month that waits for another is that month's meeting.
 */
export function jointDeadlines({ period, partyDay, evaluation, extensionsOf, calendar, settings }: Asked): MonthDeadlines {
  const dueIn = (month: Period, extensions: readonly Extension[]) =>
    extendedDeadlines({ due: monthDeadlines({ period: month, partyDay, calendar, settings }), extensions, calendar });
  const days = takesDaysOf(period, evaluation);
  const closing = meetsWith(period, evaluation);
  const own = dueIn(days, [...new Set([period, days])].flatMap(extensionsOf));
  if (closing === period) return own;
  const { meetingOn, meetingBy, postBy } = dueIn(closing, extensionsOf(closing));
  return { ...own, meetingOn, meetingBy: Math.max(meetingBy, own.reviewBy), postBy };
}
