import { randomUUID } from 'node:crypto';
import type { ExtensionGiven } from '@jifen/contracts';
import { type Extension, isWorkingDay, type LocalDate, localDateOf, meetsWith, ok, parsePeriod, type Result, refuse } from '@jifen/domain';
import type { PendingEvent } from '@jifen/service-kit';
import { withCalendar } from '../calendar/county-calendar.ts';
import { type DeadlinesDeps, type DeadlinesRefusal, extendedMonth, extensionsByMonth, partyDayOf } from '../deadlines/compute-deadlines.ts';
import { type ExtendedMonth, extensionsId, type MonthExtensions } from '../deadlines/month-extensions.ts';
import { evaluationOf } from '../evaluation/county-evaluation.ts';
import { decideAgainOnConflict } from '../record/versioned.store.ts';

export type ExtensionRefusal =
  | DeadlinesRefusal
  | { code: 'extension-past'; lastDay: string; today: string }
  | { code: 'extension-not-a-working-day'; lastDay: string }
  /** The meeting is that of a later month: it is extended there. */
  | { code: 'extension-of-another-months-meeting'; period: string }
  /** `lastDay` is the one that stands already; of all branches that of the earliest. */
  | { code: 'extension-not-later'; step: string; lastDay: string };

/** `now` is business time, `at` real time. */
type ExtendInput = { month: ExtendedMonth; given: ExtensionGiven; now: number; at: number; audit: PendingEvent };

/** Of all branches, the earliest are those whose party day is the first of the month. */
const earliestPartyDay = 1;

/** Gives a step a later last day and has the open deadlines computed again; the same once more changes nothing. */
export function extendDeadline(
  deps: DeadlinesDeps,
  { month, given, now, at, audit }: ExtendInput,
): Promise<Result<MonthExtensions, ExtensionRefusal>> {
  const id = extensionsId(month);
  const { branchId } = month;
  const payload = branchId === undefined ? { all: true } : { branchId };
  const changed = { id: randomUUID(), type: 'deadlines-changed', at, payload };
  return decideAgainOnConflict(async () => {
    const [kept] = await deps.extensions.byIds([id]);
    const before = kept?.value.extensions ?? [];
    if (before.findLast(({ step }) => step === given.step)?.lastDay === given.lastDay) return ok({ extensions: before });
    const fit = await checkDay(deps, given.lastDay, now);
    if (!fit.ok) return fit;
    const checked = await checkLater(deps, month, { step: given.step, lastDay: fit.value });
    if (!checked.ok) return checked;
    const value = { ...kept?.value, extensions: [...before, given] };
    await deps.extensions.write([{ id, value, replaces: kept?.version ?? 0, events: [audit, changed] }]);
    return ok(value);
  });
}

/** A new last day is a working day, today or later. */
export async function checkDay(
  { calendars }: Pick<DeadlinesDeps, 'calendars'>,
  lastDay: string,
  now: number,
): Promise<Result<LocalDate, ExtensionRefusal>> {
  const today = localDateOf(now);
  if (lastDay < today) return refuse({ code: 'extension-past', lastDay, today });
  const day = lastDay as LocalDate;
  const worked = await withCalendar(calendars, day, (calendar) => ({ value: isWorkingDay(calendar, day), dates: [] }));
  if (!worked.ok) return worked;
  return worked.value ? ok(day) : refuse({ code: 'extension-not-a-working-day', lastDay });
}

/** Refused also where the calendar does not reach as far as the reminders of the new deadline. */
async function checkLater(deps: DeadlinesDeps, month: ExtendedMonth, added: Extension): Promise<Result<true, ExtensionRefusal>> {
  const period = parsePeriod(month.period);
  if (!period.ok) return period;
  const partyDay = month.branchId === undefined ? ok(earliestPartyDay) : await partyDayOf(deps, month.branchId);
  if (!partyDay.ok) return partyDay;
  const evaluation = await evaluationOf(deps.evaluations);
  const closing = meetsWith(period.value, evaluation);
  if (added.step === 'meeting' && closing !== period.value) return refuse({ code: 'extension-of-another-months-meeting', period: closing });
  const extensions = await extensionsByMonth(deps, { ...month, period: period.value, evaluation });
  const asked = { period: period.value, partyDay: partyDay.value, evaluation, extensions };
  const present = await extendedMonth(deps, asked);
  if (!present.ok) return present;
  const standing = present.value.deadlines.find(({ step }) => step === added.step)?.lastDay ?? '';
  if (added.lastDay <= standing) return refuse({ code: 'extension-not-later', step: added.step, lastDay: standing });
  const own = [...(extensions.get(period.value) ?? []), added];
  const extended = await extendedMonth(deps, { ...asked, extensions: new Map([...extensions, [period.value, own]]) });
  return extended.ok ? ok(true) : extended;
}
