import type { StepDeadline, WaitedStep } from '@jifen/contracts';
import type { BranchMonthStage } from '@jifen/domain';
import type { DecidedWith } from './branch-month.store.ts';

type Standing = { stage: BranchMonthStage; deadlines: readonly StepDeadline[]; decidedWith?: DecidedWith | undefined };

/** The deadline under which a stage stands. */
export const stepOfStage: Readonly<Record<BranchMonthStage, WaitedStep | undefined>> = {
  applying: 'application',
  registering: 'registration',
  reviewing: 'review',
  meeting: 'meeting',
  posting: 'posting',
  publicity: 'publicity',
  filing: 'filing',
  filed: 'return-window',
  closed: undefined,
};

/** Publicity and the return window only pass; nobody is late in them. */
const onlyPasses: readonly BranchMonthStage[] = ['publicity', 'filed'];
const done = Number.MAX_SAFE_INTEGER;
const nobodyIsLate = done - 1;

const takenElsewhere: readonly BranchMonthStage[] = ['meeting', 'posting', 'filing', 'filed'];

/** Whether a month only waits for what its closing month decides: nobody is late with it, or reminded of it. */
export const waitsForAnother = ({ stage, decidedWith }: Pick<Standing, 'stage' | 'decidedWith'>): boolean =>
  decidedWith !== undefined && takenElsewhere.includes(stage);

export function deadlineOf({ stage, deadlines }: Standing): StepDeadline | undefined {
  return deadlines.find(({ step }) => step === stepOfStage[stage]);
}

/** From which instant somebody is late with this month; where nobody can be, never. Lists are ordered by it, closed months last. */
export function lateFrom(month: Standing): number {
  if (month.stage === 'closed') return done;
  return onlyPasses.includes(month.stage) || waitsForAnother(month) ? nobodyIsLate : (deadlineOf(month)?.dueAt ?? nobodyIsLate);
}

const passes: readonly BranchMonthStage[] = ['applying', ...onlyPasses];

/** The instants at which its processes have something to do in this stage: the reminders, and the end of what only passes. */
export function wakesOf(month: Standing): number[] {
  const deadline = deadlineOf(month);
  if (!deadline) return [];
  return [...deadline.reminders.map(({ at }) => at), ...(passes.includes(month.stage) ? [deadline.dueAt] : [])];
}

export const isOverdue = (month: Standing, now: number): boolean => now >= lateFrom(month);
