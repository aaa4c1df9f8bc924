import {
  addWorkingDays,
  defaultCountySettings,
  type LocalDate,
  localDateOf,
  monthDeadlines,
  period as periodOf,
  type WorkCalendar,
} from '@jifen/domain';
import type { BranchPlan } from './county.ts';

export type MonthDays = { registeredOn: LocalDate; meetingOn: LocalDate; postedOn: LocalDate; filedOn: LocalDate };

/** On which days a branch of the demo takes the steps of its month: each on its last day, and the filing after full publicity. */
export function daysOf({ partyDay }: Pick<BranchPlan, 'partyDay'>, period: string, calendar: WorkCalendar): MonthDays {
  const settings = defaultCountySettings;
  const due = monthDeadlines({ period: periodOf(period), partyDay, calendar, settings });
  const postedOn = localDateOf(due.postBy - 1);
  return {
    registeredOn: localDateOf(due.registrationBy - 1),
    meetingOn: due.meetingOn,
    postedOn,
    filedOn: addWorkingDays(calendar, postedOn, settings.publicityWorkingDays + 1),
  };
}
