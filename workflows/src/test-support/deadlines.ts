import type { BranchMonthStageName, StepDeadline } from '@jifen/contracts';

export const hour = 3_600_000;
const day = 24 * hour;

/** A day of the story, at midnight in Asia/Shanghai. */
export const at = (date: string, hours = 0): number => Date.parse(`${date}T00:00:00+08:00`) + hours * hour;

type Reminder = StepDeadline['reminders'][number];

/** The last day that people are told, and the reminders: the day (at nine o'clock) and their level. */
export function aDeadline(
  step: StepDeadline['step'],
  lastDay: string,
  reminders: readonly (readonly [day: string, level?: number])[] = [],
): StepDeadline {
  const numbered = reminders.map(([date, level = 0], index): Reminder => ({ at: at(date, 9), n: index + 1, level }));
  return { step, lastDay, dueAt: at(lastDay) + day, reminders: numbered };
}

/** October 2026 of a branch whose party day is 10 November. */
export const october: readonly StepDeadline[] = [
  aDeadline('application', '2026-11-05', [['2026-11-03'], ['2026-11-05']]),
  aDeadline('registration', '2026-11-06', [['2026-11-06'], ['2026-11-09'], ['2026-11-11', 1]]),
  aDeadline('review', '2026-11-10', [['2026-11-10'], ['2026-11-11'], ['2026-11-13', 1], ['2026-11-17', 2]]),
  aDeadline('meeting', '2026-11-30', [['2026-11-10'], ['2026-11-30']]),
];

/** The deadlines that scoring computes when a step begins. */
export const laterDeadlines: Partial<Record<BranchMonthStageName, StepDeadline>> = {
  posting: aDeadline('posting', '2026-11-11', [['2026-11-11']]),
  publicity: aDeadline('publicity', '2026-11-18'),
  filing: aDeadline('filing', '2026-11-23', [['2026-11-20'], ['2026-11-23']]),
  filed: aDeadline('return-window', '2026-11-30'),
};

/** Of a supplement that begins with its registration on 1 December. */
export const ofSupplement: readonly StepDeadline[] = [
  aDeadline('registration', '2026-12-03', [['2026-12-01'], ['2026-12-03'], ['2026-12-04']]),
  aDeadline('review', '2026-12-10', [['2026-12-08'], ['2026-12-10'], ['2026-12-11']]),
  aDeadline('meeting', '2026-12-31', [['2026-12-29'], ['2026-12-31']]),
];
