import type { DeadlinesRequest, MemberWait, ObjectionWait, StepDeadline } from '@jifen/contracts';
import { addDays, endOfDay, isWorkingDay, type LocalDate, localDateOf, ok } from '@jifen/domain';
import type { Deadlines } from './deadlines.ts';

const noHolidays = { holidays: [], makeUpDays: [] };

const lastDayIs = (step: StepDeadline['step'], lastDay: LocalDate): StepDeadline => ({
  step,
  dueAt: endOfDay(lastDay),
  lastDay,
  reminders: [],
});
const daysAfter = (step: StepDeadline['step'], at: number, days: number) => lastDayIs(step, addDays(localDateOf(at), days));

/** A branch whose party day is the 10th, for October 2026; later deadlines follow so many calendar days after. */
export function fakeDeadlines(): Deadlines {
  return {
    isWorkingDay: async (date) => ok(isWorkingDay(noHolidays, date as LocalDate)),
    of: async (request) => {
      switch (request.kind) {
        case 'month':
          return ok({ meetingOn: '2026-11-10', deadlines: monthDeadlines });
        case 'supplement':
          return ok({ meetingOn: '2026-12-10', deadlines: supplementDeadlines(request) });
        case 'posting':
          return ok({ deadlines: [daysAfter('posting', request.decidedAt, 1)] });
        case 'publicity':
          return ok({ deadlines: [lastDayIs('publicity', addDays(request.postedOn as LocalDate, 7))] });
        case 'filing':
          return ok({ deadlines: [daysAfter('filing', request.publicityEndedAt - 1, 3)] });
        case 'return-window':
          return ok({ deadlines: [daysAfter('return-window', request.filedAt, 7)] });
        case 'objection':
          return ok({ deadlines: [], objections: [objectionWait(request)] });
        case 'member-wait':
          return ok({ deadlines: [], members: [memberWait(request)] });
      }
    },
  };
}

const monthDeadlines: StepDeadline[] = [
  lastDayIs('application', '2026-11-05'),
  lastDayIs('registration', '2026-11-06'),
  lastDayIs('review', '2026-11-10'),
  lastDayIs('meeting', '2026-11-30'),
];

const dayMs = 86_400_000;
const daysOf = { 'entry-confirmation': [3, 6], 'waiting-line': [5] };

function memberWait({ memberId, step, since }: Extract<DeadlinesRequest, { kind: 'member-wait' }>): MemberWait {
  const reminders = daysOf[step].map((days, level) => ({ at: since + days * dayMs, n: level + 1, level }));
  return { memberId, step, since, reminders };
}

/** Fourteen calendar days, with a reminder on the last of them and three after it, level by level. */
function objectionWait({ objectionId, raisedAt }: Extract<DeadlinesRequest, { kind: 'objection' }>): ObjectionWait {
  const lastDay = addDays(localDateOf(raisedAt), 14);
  const reminders = [0, 0, 1, 2].map((level, days) => ({ at: endOfDay(lastDay) + (days - 1) * dayMs, n: days + 1, level }));
  return { objectionId, dueAt: endOfDay(lastDay), lastDay, reminders };
}

type Supplement = Extract<DeadlinesRequest, { kind: 'supplement' }>;

function supplementDeadlines({ begunAt, begunWith }: Supplement): StepDeadline[] {
  const meeting = lastDayIs('meeting', '2026-12-31');
  return begunWith === 'meeting' ? [meeting] : [daysAfter('registration', begunAt, 2), lastDayIs('review', '2026-12-10'), meeting];
}
