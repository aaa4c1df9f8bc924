import { randomUUID } from 'node:crypto';
import type { CalendarYear } from '@jifen/contracts';
import type { PendingEvent } from '@jifen/service-kit';
import { decideAgainOnConflict } from '../record/versioned.store.ts';
import type { CalendarStore } from './county-calendar.ts';

type EnterInput = { year: CalendarYear; at: number; audit: PendingEvent };

/** The county's own table replaces what was there; every open deadline is computed again. */
export function enterCalendar(store: CalendarStore, { year, at, audit }: EnterInput): Promise<void> {
  const id = String(year.year);
  const changed = { id: randomUUID(), type: 'deadlines-changed', at, payload: { all: true } };
  return decideAgainOnConflict(async () => {
    const [kept] = await store.byIds([id]);
    await store.write([{ id, value: year, replaces: kept?.version ?? 0, events: [audit, changed] }]);
  });
}
