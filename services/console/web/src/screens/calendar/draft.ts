import type { CalendarDayKind, CalendarEntry, CalendarSheet } from '@jifen/contracts';
import { useState } from 'react';

type Days = CalendarSheet['days'];
/** A day as it would be saved; `from` is what is kept, where it differs. */
export type DraftDay = Days[number] & { from?: CalendarDayKind };

/** Days may become one of these, or what they are without the calendar. */
export type NewKind = 'holiday' | 'make-up' | 'plain';

export type CalendarDraft = {
  days: DraftDay[];
  changes: DraftDay[];
  chosen: ReadonlySet<string>;
  choose(date: string): void;
  clear(): void;
  set(kind: NewKind): void;
  undo(date: string): void;
  undoAll(): void;
};

function withChange(day: Days[number], kind: CalendarDayKind | undefined): DraftDay {
  return kind === undefined || kind === day.kind ? day : { ...day, kind, from: day.kind };
}

/** What somebody has changed of a year and not saved; it stays when the year is read anew. */
export function useDraft({ days: kept }: CalendarSheet): CalendarDraft {
  const [changed, setChanged] = useState<ReadonlyMap<string, CalendarDayKind>>(new Map());
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const days = kept.map((day) => withChange(day, changed.get(day.date)));
  const clear = () => setChosen(new Set());
  return {
    days,
    changes: days.filter(({ from }) => from !== undefined),
    chosen,
    clear,
    choose: (date) => setChosen(chosen.has(date) ? without(chosen, date) : new Set([...chosen, date])),
    set(kind) {
      const set = kept.filter(({ date }) => chosen.has(date));
      const entries = set.map(({ date, plain }): [string, CalendarDayKind] => [date, kind === 'plain' ? plain : kind]);
      setChanged(new Map([...changed, ...entries]));
      clear();
    },
    undo: (date) => setChanged(new Map([...changed].filter(([other]) => other !== date))),
    undoAll: () => setChanged(new Map()),
  };
}

const without = (dates: ReadonlySet<string>, date: string) => new Set([...dates].filter((other) => other !== date));

type Saved = { reason: string; confirmed: boolean };

export function entryOf({ year, version }: CalendarSheet, days: readonly DraftDay[], { reason, confirmed }: Saved): CalendarEntry {
  const dates = (wanted: CalendarDayKind) => days.filter(({ kind }) => kind === wanted).map(({ date }) => date);
  return { year, holidays: dates('holiday'), makeUpDays: dates('make-up'), confirmed, reason: reason.trim(), replaces: version };
}
