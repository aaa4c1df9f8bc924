import type { KeptState, WaitedStep } from '@jifen/contracts';
import { type BranchMonthRefusal, type ClockDecision, lagsBehind, ok, type Result, refuse } from '@jifen/domain';
import type { PendingEvent } from '@jifen/service-kit';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { monthStateOf } from '../branch-months/month-state.ts';
import { holdersOf, withPostsHeld } from '../branch-months/posts-held.ts';
import { nextStepOf } from '../branch-months/step-deadline.ts';
import { allDeadlines, type DeadlinesRefusal, deadlinesBegunBy, dueAt, withBegun } from '../deadlines/deadlines.ts';
import { applyUnapplied, type UnappliedPorts } from '../month-acts/apply-unapplied.ts';
import { consequencesOf } from '../month-acts/consequences.ts';
import { evolveRecord, take } from '../month-acts/effect.ts';
import type { Wake } from '../outbox/events.ts';

export type ReachPorts = UnappliedPorts & { wake: Wake };
export type ReachDeadline = { branchId: string; period: string; step: WaitedStep; round: number; now: number; audited: PendingEvent[] };
export type ReachRefusal =
  | DeadlinesRefusal
  | BranchMonthRefusal
  | { code: 'not-found' }
  /** The process's clock is ahead of scoring's: ask again. */
  | { code: 'not-due-yet'; dueAt: number };

const attempts = 10;

/** A deadline has passed. What its passing brings about is written; a step that was left already answers the state as it is. */
export async function reachDeadline(deps: ReachPorts, asked: ReachDeadline): Promise<Result<KeptState, ReachRefusal>> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const record = await applyUnapplied(deps, asked.branchId, asked.period);
    if (!record) return refuse({ code: 'not-found' });
    const { waits, atDeadline } = nextStepOf(record);
    if (record.round !== asked.round || waits !== asked.step || atDeadline === null) return ok(monthStateOf(record));
    const due = dueAt(record.deadlines, asked.step);
    if (due !== undefined && asked.now < due) return refuse({ code: 'not-due-yet', dueAt: due });
    await waitForClosingMonth(deps, record);
    const reached = await pass(deps, record, asked, atDeadline);
    if (!reached.ok) return reached;
    if (reached.value) return ok(monthStateOf(reached.value));
  }
  throw new Error(`${asked.branchId}/${asked.period} changed ${attempts} times while ${asked.step} was reached`);
}

/** A month that has not followed its closing month yet would pass where that was returned or taken back: it is asked again. */
async function waitForClosingMonth({ months }: Pick<ReachPorts, 'months'>, { branchId, decidedWith, state, _id }: BranchMonthRecord) {
  const closing = decidedWith && (await months.find(branchId, decidedWith.closing));
  if (closing && lagsBehind(state, closing.state)) throw new Error(`${_id} has not followed ${closing._id} yet`);
}

/** The record after it; nothing when somebody else wrote meanwhile. */
async function pass(
  deps: ReachPorts,
  record: BranchMonthRecord,
  { step, round, now, audited }: ReachDeadline,
  kind: ClockDecision['kind'],
): Promise<Result<BranchMonthRecord | undefined, ReachRefusal>> {
  const card = await deps.cards.branch(record.branchId);
  const { state } = withPostsHeld(record, card, now);
  const taken = take(state, kind === 'close-applications' ? { kind } : { kind, round }, now);
  if (!taken.ok) return taken;
  if (taken.value.events.length === 0) return refuse({ code: 'objection-open', objectionIds: openObjections(record) });
  const passed = evolveRecord(record, taken.value, { deadlines: [] });
  const begun = await allDeadlines(deps.deadlines, deadlinesBegunBy(record, passed, now));
  if (!begun.ok) return begun;
  const after = { ...withBegun(record, passed, begun.value), version: record.version + 1 };
  const superiors = card ? holdersOf(card, 'supervising-committee', now) : [];
  const cause = `${record._id}/${round}/${step}`;
  const events = consequencesOf({ before: record, after, happened: taken.value.events, cause, superiors, realNow: deps.realNow() });
  const written = await deps.months.update(after, [...audited, ...events]);
  deps.wake();
  return ok(written === 'written' ? after : undefined);
}

const openObjections = ({ state }: BranchMonthRecord) =>
  state.rounds.flatMap((round) =>
    round.objections.filter((objection) => objection.answer === null).map((objection) => objection.objectionId),
  );
