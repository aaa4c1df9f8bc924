import type { DeadlinesAnswer, DeadlinesRequest, StepDeadline, WaitedStep } from '@jifen/contracts';
import type { Result } from '@jifen/domain';
import type { BranchMonthRecord } from './branch-month.store.ts';

export type DeadlinesRefusal = { code: 'calendar-missing'; year: number } | { code: 'unknown-branch'; branchId: string };

/** Member computes every deadline. Both reject when member cannot be reached. */
export type Deadlines = {
  of(request: DeadlinesRequest): Promise<Result<DeadlinesAnswer, DeadlinesRefusal>>;
  isWorkingDay(date: string): Promise<Result<boolean, DeadlinesRefusal>>;
};

export const dueAt = (deadlines: readonly StepDeadline[], step: WaitedStep): number | undefined =>
  deadlines.find((deadline) => deadline.step === step)?.dueAt;

/** One deadline a step: the new take the place of the old. */
export function replaced(old: readonly StepDeadline[], fresh: readonly StepDeadline[]): StepDeadline[] {
  const steps = new Set(fresh.map((deadline) => deadline.step));
  return [...old.filter((deadline) => !steps.has(deadline.step)), ...fresh];
}

type Step = Pick<BranchMonthRecord, 'stage' | 'round'>;

/**
 * Which deadlines begin when a step opens. Those of the month are there from its opening; those of publicity, filing and return
 * come with the act that starts them.
 */
export function deadlinesBegunBy(before: Step, after: Step, at: number): DeadlinesRequest[] {
  const sameRound = before.round === after.round;
  if (after.stage === 'posting' && !(sameRound && before.stage === 'posting')) return [{ kind: 'posting', decidedAt: at }];
  if (after.stage === 'filing' && !sameRound) return [{ kind: 'filing', publicityEndedAt: at }];
  return [];
}

/** Asks for several at once; the first refusal is the answer. */
export async function allDeadlines(
  deadlines: Deadlines,
  requests: readonly DeadlinesRequest[],
): Promise<Result<StepDeadline[], DeadlinesRefusal>> {
  const all: StepDeadline[] = [];
  for (const request of requests) {
    const answer = await deadlines.of(request);
    if (!answer.ok) return answer;
    all.push(...answer.value.deadlines);
  }
  return { ok: true, value: all };
}
