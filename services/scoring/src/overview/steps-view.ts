import type { BranchMonthView, NextStepView, StepDeadline } from '@jifen/contracts';
import { monthSteps, type NextStep, stepUnder } from '@jifen/domain/proceedings';

/** What a month waits for, as the screens say it. */
export function nextStepView({ waits, deadline, reminds, rests }: NextStep<StepDeadline>): { next?: NextStepView } {
  const step = waits && stepUnder(waits);
  if (!step) return {};
  const { mark } = step;
  const day = deadline ? { lastDay: deadline.lastDay } : {};
  return { next: { mark, step: step.waits, ...day, reminds, ...(rests ? { rests } : {}) } };
}

export const deadlinesView = (deadlines: readonly StepDeadline[]): BranchMonthView['deadlines'] =>
  monthSteps.flatMap(({ waits, mark }) =>
    deadlines.filter(({ step }) => step === waits).map(({ step, dueAt, lastDay }) => ({ mark, step, dueAt, lastDay })),
  );
