import type { DeadlinesAnswer, DeadlinesRequest, StepDeadline, WaitedStep } from '@jifen/contracts';
import type { BranchMonthEvent, Result } from '@jifen/domain';

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

/** Which deadlines begin with an event. Those of publicity, filing and return come with the act that starts them. */
export function deadlinesBegunBy(event: BranchMonthEvent, at: number): DeadlinesRequest | undefined {
  if (event.type === 'meeting-recorded' && event.meeting.outcome === 'carried') return { kind: 'posting', decidedAt: at };
  if (event.type === 'supplement-opened' && event.status === 'posting') return { kind: 'posting', decidedAt: at };
  if (event.type === 'returned') {
    return event.backTo === 'posting' ? { kind: 'posting', decidedAt: at } : { kind: 'filing', publicityEndedAt: at };
  }
  return undefined;
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
