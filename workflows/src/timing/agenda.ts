import type { StepDeadline, WaitedStep } from '@jifen/contracts';
import { passingSteps } from './steps.ts';

export type Reminder = StepDeadline['reminders'][number];
/** The newest reminder of a step that has gone out. */
export type Reminded = { at: number; n: number };

export type Agenda =
  | { status: 'reach'; step: WaitedStep }
  | { status: 'remind'; step: WaitedStep; reminder: Reminder }
  | { status: 'wait'; until: number | undefined };

export type AgendaInput = {
  deadline: StepDeadline | undefined;
  now: number;
  reminded: Reminded | undefined;
  /** Whether the deadline, once passed, is brought to scoring. */
  reaches: boolean;
  /** Whether anybody is to be reminded of the step. */
  reminds: boolean;
};

/** What is due now in the step that is waited for, or until when nothing is. */
export function agenda({ deadline, now, reminded, reaches, reminds }: AgendaInput): Agenda {
  if (!deadline) return { status: 'wait', until: undefined };
  const { step, dueAt } = deadline;
  const passes = reaches && passingSteps.includes(step);
  if (passes && dueAt <= now) return { status: 'reach', step };
  const open = reminds ? stillToGoOut(deadline.reminders, reminded) : [];
  const reminder = newestDue(open, now, reminded);
  if (reminder) return { status: 'remind', step, reminder };
  return { status: 'wait', until: earliest([...(passes ? [dueAt] : []), ...open.map(({ at }) => at)]) };
}

function stillToGoOut(reminders: readonly Reminder[], reminded: Reminded | undefined): readonly Reminder[] {
  return reminded ? reminders.filter(({ at }) => at > reminded.at) : reminders;
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
