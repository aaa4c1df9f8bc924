import { memberInternals } from '@jifen/contracts';
import { isWorkingDay, type LocalDate, ok, type Result, refuse } from '@jifen/domain';
import { ask, type HttpClient, type RemoteRefusal } from '@jifen/service-kit';
import type { Deadlines, DeadlinesRefusal } from './deadlines.ts';

/** Member computes deadlines and keeps the calendar. */
export function memberDeadlines(member: HttpClient): Deadlines {
  return {
    async of(request) {
      const answer = await ask(member, memberInternals.deadlines, { body: request });
      return answer.ok ? ok(answer.value) : refused(answer.refusal);
    },
    async isWorkingDay(date) {
      const answer = await ask(member, memberInternals.calendarYear, { params: { year: date.slice(0, 4) } });
      if (!answer.ok) return refused(answer.refusal);
      const { holidays, makeUpDays } = answer.value;
      return ok(isWorkingDay({ holidays: holidays as LocalDate[], makeUpDays: makeUpDays as LocalDate[] }, date as LocalDate));
    },
  };
}

function refused({ code, facts }: RemoteRefusal): Result<never, DeadlinesRefusal> {
  if (code === 'calendar-missing' && typeof facts.year === 'number') return refuse({ code, year: facts.year });
  if (code === 'unknown-branch' && typeof facts.branchId === 'string') return refuse({ code, branchId: facts.branchId });
  throw new Error(`member refused what scoring asked of the calendar: ${code}`);
}
