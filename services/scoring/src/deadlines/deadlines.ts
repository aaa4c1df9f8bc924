import type { DeadlinesAnswer, DeadlinesRequest, StepDeadline, WaitedStep } from '@jifen/contracts';
import { ok, type Result } from '@jifen/domain';
import { stepAt, stepUnder } from '@jifen/domain/proceedings';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';

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

/** A changed deadline counts its reminders on from those that have gone out, so that no number is used for two. */
export function numberedOn(old: StepDeadline | undefined, fresh: StepDeadline, now: number): StepDeadline {
  const last = old?.reminders.findLast(({ at }) => at <= now);
  if (!old || !last) return fresh;
  const ahead = fresh.reminders.filter(({ at }) => at > last.at);
  const numberOf = (reminder: StepDeadline['reminders'][number]) =>
    reminder.at > last.at ? last.n + ahead.indexOf(reminder) + 1 : (old.reminders.find(({ at }) => at === reminder.at)?.n ?? last.n);
  return { ...fresh, reminders: fresh.reminders.map((reminder) => ({ ...reminder, n: numberOf(reminder) })) };
}

type Step = Pick<BranchMonthRecord, 'branchId' | 'stage' | 'round' | 'state'>;

/** Whether a month is due by the deadlines of the month: up to its meeting, and not as a supplement, which has its own. */
export function isDueByItsMonth({ stage, round, state }: Step): boolean {
  const origin = state.rounds.find((one) => one.round === round)?.origin;
  return stepAt(stage)?.process === 'meeting-side' && origin !== 'supplement';
}

/** What a supplement is asked for from its beginning up to its meeting; nothing for any other round. */
export function supplementRequest({ branchId, round, state }: Omit<Step, 'stage'>): DeadlinesRequest[] {
  const begun = state.rounds.find((one) => one.round === round)?.begun;
  if (begun === undefined || begun.step === 'posting') return [];
  return [{ kind: 'supplement', branchId, begunAt: begun.at, begunWith: begun.step }];
}

/** Of publicity, and of the filing that rests on its end. */
export async function publicationDeadlines(deadlines: Deadlines, postedOn: string): Promise<Result<DeadlinesAnswer, DeadlinesRefusal>> {
  const publicity = await deadlines.of({ kind: 'publicity', postedOn });
  if (!publicity.ok) return publicity;
  const filing = await deadlines.of({ kind: 'filing', publicityEndedAt: dueAt(publicity.value.deadlines, 'publicity') ?? 0 });
  return filing.ok ? ok({ deadlines: [...publicity.value.deadlines, ...filing.value.deadlines] }) : filing;
}

/**
 * Which deadlines begin when a step opens. Those of the month are there from its opening, those of a supplement from its beginning;
 * those of publicity, filing and return come with the act that starts them.
 */
export function deadlinesBegunBy(before: Step, after: Step, at: number): DeadlinesRequest[] {
  const sameRound = before.round === after.round;
  if (!sameRound && (after.stage === 'registering' || after.stage === 'meeting')) return supplementRequest(after);
  if (after.stage === 'posting' && !(sameRound && before.stage === 'posting')) return [{ kind: 'posting', decidedAt: at }];
  if (after.stage === 'filing' && !sameRound) return [{ kind: 'filing', publicityEndedAt: at }];
  return [];
}

/** Asks for several at once; the first refusal is the answer. */
export async function allDeadlines(
  deadlines: Deadlines,
  requests: readonly DeadlinesRequest[],
): Promise<Result<DeadlinesAnswer, DeadlinesRefusal>> {
  const all: DeadlinesAnswer = { deadlines: [] };
  for (const request of requests) {
    const answer = await deadlines.of(request);
    if (!answer.ok) return answer;
    all.deadlines.push(...answer.value.deadlines);
    if (answer.value.members) all.members = [...(all.members ?? []), ...answer.value.members];
    if (answer.value.objections) all.objections = [...(all.objections ?? []), ...answer.value.objections];
    if (answer.value.meetingOn !== undefined) all.meetingOn = answer.value.meetingOn;
  }
  return ok(all);
}

/** The record with the deadlines that a change began. A supplement, and a list to be posted again, has none of the publication before it. */
export function withBegun(
  before: BranchMonthRecord,
  after: BranchMonthRecord,
  { deadlines, meetingOn }: DeadlinesAnswer,
): BranchMonthRecord {
  const isSupplement = after.state.rounds.find(({ round }) => round === after.round)?.origin === 'supplement';
  const begins = before.round !== after.round && (isSupplement || after.stage === 'posting');
  const kept = begins ? after.deadlines.filter(({ step }) => stepUnder(step)?.process !== 'publication') : after.deadlines;
  return { ...after, deadlines: replaced(kept, deadlines), meetingOn: meetingOn ?? after.meetingOn };
}
