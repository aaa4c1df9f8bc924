import type { Round } from '../monthly-cycle/branch-month.ts';
import { goesWithNextQuarter } from '../monthly-cycle/rounds.ts';
import { type BranchMonthStage, isJoint, type MonthStepRow, stepAt, type WaitedStep } from './steps.ts';

export type Standing<Deadline> = {
  readonly stage: BranchMonthStage;
  readonly deadlines: readonly Deadline[];
  /** The later month that decides what is joint (A11), if there is one. */
  readonly decidedWith?: object | undefined;
  /** The open round; without it nothing is known of its meetings. */
  readonly round?: Round | undefined;
};

export type NextStep<Deadline> = Pick<MonthStepRow, 'actors' | 'atDeadline' | 'reminds'> & {
  readonly waits: WaitedStep | null;
  readonly deadline: Deadline | null;
  /** Why nobody here is waited for: another month decides, or two meetings did not carry the list. */
  readonly rests: 'decided-elsewhere' | 'with-next-quarter' | null;
};

const over = { actors: 'nobody', waits: null, deadline: null, atDeadline: null, reminds: false, rests: null } as const;

/** Regulation 2-2 steps 3–8: who acts now, until when, whether they are reminded, and what the clock does then. */
export function nextStep<Deadline extends { readonly step: WaitedStep }>(standing: Standing<Deadline>): NextStep<Deadline> {
  const { stage, deadlines, decidedWith, round } = standing;
  const step = stepAt(stage);
  if (!step) return over;
  const { waits, actors, atDeadline, reminds } = step;
  const isElsewhere = decidedWith !== undefined && isJoint(step);
  const rests = isElsewhere ? 'decided-elsewhere' : round && goesWithNextQuarter(round) ? 'with-next-quarter' : null;
  const deadline = deadlines.find((one) => one.step === waits) ?? null;
  return { actors: isElsewhere ? 'nobody' : actors, waits, deadline, atDeadline, reminds: reminds && rests === null, rests };
}
