import type { MemberWait, ObjectionWait, StepDeadline } from '@jifen/contracts';
import type { BranchMonth, BranchMonthStage } from '@jifen/domain';
import { type NextStep, nextStep } from '@jifen/domain/proceedings';
import type { DecidedWith } from './branch-month.store.ts';

type Listed = { stage: BranchMonthStage; deadlines: readonly StepDeadline[]; decidedWith?: DecidedWith | undefined };
type Standing = Listed & { round: number; state: BranchMonth };
type Waking = Listed & { memberWaits?: readonly MemberWait[] | undefined; objectionWaits?: readonly ObjectionWait[] | undefined };

/** Who acts now, and until when. */
export const nextStepOf = ({ stage, deadlines, decidedWith, round, state }: Standing): NextStep<StepDeadline> =>
  nextStep({ stage, deadlines, decidedWith, round: state.rounds.find((one) => one.round === round) });

/** Of a month that is only listed nothing is known of its meetings. */
export const nextStepListed = ({ stage, deadlines, decidedWith }: Listed): NextStep<StepDeadline> =>
  nextStep({ stage, deadlines, decidedWith });

export const deadlineOf = (month: Listed): StepDeadline | undefined => nextStepListed(month).deadline ?? undefined;

const done = Number.MAX_SAFE_INTEGER;
const nobodyIsLate = done - 1;

/** From which instant somebody is late with this month; where nobody can be, never. Lists are ordered by it, closed months last. */
export function lateFrom(month: Listed): number {
  if (month.stage === 'closed') return done;
  const { reminds, deadline } = nextStepListed(month);
  return (reminds ? deadline?.dueAt : undefined) ?? nobodyIsLate;
}

/** The instants at which its processes have something to do in this stage: the reminders, and the end of what passes by itself. */
export function wakesOf({ memberWaits = [], objectionWaits = [], ...month }: Waking): number[] {
  const { reminds, deadline, atDeadline } = nextStepListed(month);
  const ofMembers = memberWaits.flatMap(({ reminders, dueAt }) => [
    ...reminders.map(({ at }) => at),
    ...(dueAt === undefined ? [] : [dueAt]),
  ]);
  const beside = [...ofMembers, ...objectionWaits.flatMap(({ reminders }) => reminders.map(({ at }) => at))];
  if (!deadline) return beside;
  return [...(reminds ? deadline.reminders.map(({ at }) => at) : []), ...(atDeadline ? [deadline.dueAt] : []), ...beside];
}

export const isOverdue = (month: Listed, now: number): boolean => now >= lateFrom(month);
