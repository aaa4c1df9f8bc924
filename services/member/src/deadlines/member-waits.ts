import type { DeadlinesAnswer, DeadlinesRequest, MemberWait } from '@jifen/contracts';
import {
  type CountySettings,
  type LocalDate,
  localDateOf,
  ok,
  personalApplicationBy,
  personalReminder,
  type Result,
  waitingReminders,
} from '@jifen/domain';
import { type CalendarRefusal, type CalendarStore, withCalendar } from '../calendar/county-calendar.ts';
import { type ExtensionStore, type GivenToMember, personalExtensionsOf } from './month-extensions.ts';

type Deps = { calendars: CalendarStore; extensions: ExtensionStore; settings: CountySettings };
type BranchMonth = { branchId: string; period: string };
type Answered = Promise<Result<DeadlinesAnswer, CalendarRefusal>>;
type Waiting = Extract<DeadlinesRequest, { kind: 'member-wait' }>;

/** The month's deadlines with those of its members who have one of their own, each with its one reminder. */
export async function withPersonalWaits(
  { calendars, extensions, settings }: Deps,
  { branchId, period, answer }: BranchMonth & { answer: DeadlinesAnswer },
): Answered {
  const personal = await personalExtensionsOf(extensions, { branchId, period });
  const own = ownLastMoments(answer, personal);
  if (own.length === 0) return ok(answer);
  return withCalendar(calendars, `${period}-01` as LocalDate, (calendar) => {
    const members = own.map(({ memberId, dueAt }): MemberWait => {
      const sent = personalReminder({ calendar, settings, deadline: dueAt });
      const lastDay = localDateOf(dueAt - 1);
      return { memberId, step: 'application', dueAt, lastDay, reminders: sent ? [{ at: sent.at, n: 1, level: sent.level }] : [] };
    });
    return { value: { ...answer, members }, dates: members.flatMap(({ reminders }) => reminders.map(({ at }) => localDateOf(at))) };
  });
}

/** Without those whom the month's own deadline gives as much time. */
function ownLastMoments({ deadlines }: DeadlinesAnswer, personal: readonly GivenToMember[]): { memberId: string; dueAt: number }[] {
  const dueAtOf = (step: string) => deadlines.find((deadline) => deadline.step === step)?.dueAt ?? 0;
  const due = { applicationBy: dueAtOf('application'), registrationBy: dueAtOf('registration') };
  const members = [...new Set(personal.map(({ memberId }) => memberId))];
  return members
    .map((memberId) => {
      const lastDays = personal.filter((given) => given.memberId === memberId).map(({ lastDay }) => lastDay as LocalDate);
      return { memberId, dueAt: personalApplicationBy({ due, lastDays }) };
    })
    .filter(({ dueAt }) => dueAt > due.applicationBy);
}

/** When a member, and then others, are told of what waits. */
export function ofMemberWait({ calendars, settings }: Deps, { memberId, step, since }: Waiting): Answered {
  return withCalendar(calendars, localDateOf(since), (calendar) => {
    const reminders = waitingReminders({ step, since, calendar, settings }).map(({ at, level }, index) => ({ at, level, n: index + 1 }));
    const wait: MemberWait = { memberId, step, since, reminders };
    return { value: { deadlines: [], members: [wait] }, dates: reminders.map(({ at }) => localDateOf(at)) };
  });
}
