import { randomUUID } from 'node:crypto';
import type { CalendarEntry } from '@jifen/contracts';
import { ok, type Result, refuse } from '@jifen/domain';
import type { PendingEvent } from '@jifen/service-kit';
import { decideAgainOnConflict, type Kept } from '../record/versioned.store.ts';
import type { CalendarStore, KeptCalendar } from './county-calendar.ts';

export type EntryRefusal =
  | { code: 'date-outside-year'; date: string }
  | { code: 'calendar-day-twice'; date: string }
  | { code: 'calendar-changed-meanwhile'; year: number };

/** `now` is business time, `at` real time. */
type EnterInput = { entry: CalendarEntry; now: number; at: number; audit: PendingEvent };

const inOrder = (dates: readonly string[]) => [...new Set(dates)].sort();

/**
 * The county's own table replaces the version it was drawn from, never one that somebody else has entered since; every open deadline is
 * computed again. The same sent once more changes nothing.
 */
export async function enterCalendar(
  store: CalendarStore,
  { entry, now, at, audit }: EnterInput,
): Promise<Result<Kept<KeptCalendar>, EntryRefusal>> {
  const { year, replaces } = entry;
  const checked = checkDays(entry);
  if (!checked.ok) return checked;
  const id = String(year);
  const value = asKept(entry, now);
  const changed = { id: randomUUID(), type: 'deadlines-changed', at, payload: { all: true } };
  return decideAgainOnConflict(async () => {
    const [kept] = await store.byIds([id]);
    if (kept?.version === replaces + 1 && saidIn(kept.value) === saidIn(value)) return ok(kept);
    if ((kept?.version ?? 0) !== replaces) return refuse({ code: 'calendar-changed-meanwhile', year });
    await store.write([{ id, value, replaces, events: [audit, changed] }]);
    return ok({ id, version: replaces + 1, value });
  });
}

function checkDays({ year, holidays, makeUpDays }: CalendarEntry): Result<true, EntryRefusal> {
  const stray = [...holidays, ...makeUpDays].find((date) => !date.startsWith(`${year}-`));
  if (stray !== undefined) return refuse({ code: 'date-outside-year', date: stray });
  const twice = holidays.find((date) => makeUpDays.includes(date));
  return twice === undefined ? ok(true) : refuse({ code: 'calendar-day-twice', date: twice });
}

function asKept({ year, holidays, makeUpDays, confirmed, reason }: CalendarEntry, now: number): KeptCalendar {
  const days = { year, holidays: inOrder(holidays), makeUpDays: inOrder(makeUpDays) };
  return { ...days, ...(confirmed ? {} : { unconfirmed: true }), changed: { at: now, reason } };
}

/** What was entered from the same version with the same words is the same entry, sent before. */
const saidIn = ({ holidays, makeUpDays, unconfirmed, changed }: KeptCalendar) =>
  JSON.stringify([holidays, makeUpDays, unconfirmed ?? false, changed?.reason]);
