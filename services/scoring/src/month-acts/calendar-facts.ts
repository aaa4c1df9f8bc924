import type { StepDeadline } from '@jifen/contracts';
import { ok, type Result } from '@jifen/domain';
import type { Act } from '../acts/act.store.ts';
import { type Deadlines, type DeadlinesRefusal, dueAt } from '../deadlines/deadlines.ts';

/** What a decision needs of the calendar before it can be judged, and the deadlines it starts. */
export type CalendarFacts = { workingDay: boolean; deadlines: StepDeadline[] };

const nothing: CalendarFacts = { workingDay: true, deadlines: [] };

export async function calendarFactsOf(deadlines: Deadlines, { content, at }: Act): Promise<Result<CalendarFacts, DeadlinesRefusal>> {
  if (content.kind === 'post') return postingFacts(deadlines, content.postedOn);
  if (content.kind !== 'file') return ok(nothing);
  const window = await deadlines.of({ kind: 'return-window', filedAt: at });
  return window.ok ? ok({ workingDay: true, deadlines: window.value.deadlines }) : window;
}

async function postingFacts(deadlines: Deadlines, postedOn: string): Promise<Result<CalendarFacts, DeadlinesRefusal>> {
  const workingDay = await deadlines.isWorkingDay(postedOn);
  if (!workingDay.ok) return workingDay;
  const publicity = await deadlines.of({ kind: 'publicity', postedOn });
  if (!publicity.ok) return publicity;
  const publicityEndedAt = dueAt(publicity.value.deadlines, 'publicity') ?? 0;
  const filing = await deadlines.of({ kind: 'filing', publicityEndedAt });
  if (!filing.ok) return filing;
  return ok({ workingDay: workingDay.value, deadlines: [...publicity.value.deadlines, ...filing.value.deadlines] });
}
