import type { OpenWait, WaitedStep } from '@jifen/contracts';

export type Reminder = OpenWait['reminders'][number];
/** The newest reminder of a step that has gone out. */
export type Reminded = { at: number; n: number };

export type Agenda =
  | { status: 'reach'; step: WaitedStep }
  | { status: 'remind'; step: WaitedStep; reminder: Reminder }
  | { status: 'wait'; until: number | undefined };

export type AgendaInput = {
  now: number;
  reminded: Reminded | undefined;
  /** Whether the deadline, once passed, is brought to scoring. */
  reaches: boolean;
};

/** What is due now of one wait, or until when nothing is. */
export function agenda({ step, dueAt, reminders, passes }: OpenWait, { now, reminded, reaches }: AgendaInput): Agenda {
  const ends = passes === true && reaches;
  if (ends && dueAt <= now) return { status: 'reach', step };
  const open = reminded ? reminders.filter(({ at }) => at > reminded.at) : reminders;
  const reminder = newestDue(open, now, reminded);
  if (reminder) return { status: 'remind', step, reminder };
  return { status: 'wait', until: earliest([...(ends ? [dueAt] : []), ...open.map(({ at }) => at)]) };
}

/** Of several waits: what has passed goes before what is reminded of; without either, the first instant at which something is due. */
export function firstDue(agendas: readonly Agenda[]): Agenda {
  const due = agendas.find(({ status }) => status === 'reach') ?? agendas.find(({ status }) => status === 'remind');
  return due ?? { status: 'wait', until: earliest(agendas.flatMap((one) => (one.status === 'wait' ? (one.until ?? []) : []))) };
}

/** Several that are past collapse to the newest. Its number never falls back, also when a changed deadline counts from 1 again. */
function newestDue(open: readonly Reminder[], now: number, reminded: Reminded | undefined): Reminder | undefined {
  const due = open.filter(({ at }) => at <= now);
  const newest = due.reduce<Reminder | undefined>((found, next) => (found && found.at >= next.at ? found : next), undefined);
  return newest && { ...newest, n: Math.max(newest.n, (reminded?.n ?? 0) + 1) };
}

function earliest(instants: readonly number[]): number | undefined {
  return instants.length > 0 ? Math.min(...instants) : undefined;
}
