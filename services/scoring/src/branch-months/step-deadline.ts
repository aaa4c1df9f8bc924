import type { StepDeadline } from '@jifen/contracts';
import type { BranchMonth, BranchMonthStage } from '@jifen/domain';
import { type NextStep, nextStep } from '@jifen/domain/proceedings';
import type { DecidedWith } from './branch-month.store.ts';

type Listed = { stage: BranchMonthStage; deadlines: readonly StepDeadline[]; decidedWith?: DecidedWith | undefined };
type Standing = Listed & { round: number; state: BranchMonth };

/** Who acts now, and until when. */
export const nextStepOf = ({ stage, deadlines, decidedWith, round, state }: Standing): NextStep<StepDeadline> =>
  nextStep({ stage, deadlines, decidedWith, round: state.rounds.find((one) => one.round === round) });

export const deadlineOf = (month: Listed): StepDeadline | undefined => nextStep(month).deadline ?? undefined;

const done = Number.MAX_SAFE_INTEGER;
const nobodyIsLate = done - 1;

/** From which instant somebody is late with this month; where nobody can be, never. Lists are ordered by it, closed months last. */
export function lateFrom({ stage, deadlines, decidedWith }: Listed): number {
  if (stage === 'closed') return done;
  const { reminds, deadline } = nextStep({ stage, deadlines, decidedWith });
  return (reminds ? deadline?.dueAt : undefined) ?? nobodyIsLate;
}

/** The instants at which its processes have something to do in this stage: the reminders, and the end of what passes by itself. */
export function wakesOf({ stage, deadlines, decidedWith }: Listed): number[] {
  const { reminds, deadline, atDeadline } = nextStep({ stage, deadlines, decidedWith });
  if (!deadline) return [];
  return [...(reminds ? deadline.reminders.map(({ at }) => at) : []), ...(atDeadline ? [deadline.dueAt] : [])];
}

export const isOverdue = (month: Listed, now: number): boolean => now >= lateFrom(month);
