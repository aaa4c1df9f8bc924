import { randomUUID } from 'node:crypto';
import { businessTime, type Clock } from '@jifen/contracts';
import { addWorkingDays, localDateOf, ok, type Result, refuse, startOfDay } from '@jifen/domain';
import type { PendingEvent } from '@jifen/service-kit';
import { type CalendarRefusal, type CalendarStore, withCalendar } from '../calendar/county-calendar.ts';
import { decideAgainOnConflict } from '../record/versioned.store.ts';
import { type ClockStore, clockId } from './county-clock.ts';

export type AdvanceRefusal = { code: 'clock-not-set' } | { code: 'clock-backwards'; now: number; to: number } | CalendarRefusal;

export type AdvanceDeps = { clocks: ClockStore; calendars: CalendarStore; realNow: () => number };
export type AdvanceRequest = { to: number } | { workingDays: number };
type AdvanceInput = { request: AdvanceRequest; audit: PendingEvent };

/** Moves business time forward, never back; the others are told by an event of the same write. */
export function advanceClock(deps: AdvanceDeps, input: AdvanceInput): Promise<Result<Clock, AdvanceRefusal>> {
  return decideAgainOnConflict(() => advanceOnce(deps, input));
}

async function advanceOnce(deps: AdvanceDeps, { request, audit }: AdvanceInput): Promise<Result<Clock, AdvanceRefusal>> {
  const [kept] = await deps.clocks.byIds([clockId]);
  if (!kept) return refuse({ code: 'clock-not-set' });
  const real = deps.realNow();
  const now = Math.floor(businessTime(kept.value, real));
  const to = 'to' in request ? ok(request.to) : await afterWorkingDays(deps.calendars, now, request.workingDays);
  if (!to.ok) return to;
  if (to.value < now) return refuse({ code: 'clock-backwards', now, to: to.value });
  const moved: Clock = { anchorReal: real, anchorBusiness: to.value, speed: kept.value.speed };
  const changed = { id: randomUUID(), type: 'clock-changed', at: real, payload: { clock: moved, from: now } };
  await deps.clocks.write([{ id: clockId, value: moved, replaces: kept.version, events: [audit, changed] }]);
  return ok(moved);
}

/** The same time of day, so many working days later. */
function afterWorkingDays(calendars: CalendarStore, now: number, workingDays: number): Promise<Result<number, CalendarRefusal>> {
  const today = localDateOf(now);
  return withCalendar(calendars, today, (calendar) => {
    const day = addWorkingDays(calendar, today, workingDays);
    return { value: startOfDay(day) + (now - startOfDay(today)), dates: [day] };
  });
}
