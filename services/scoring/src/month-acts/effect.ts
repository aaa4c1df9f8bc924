import type { BranchCard } from '@jifen/contracts';
import { type BranchMonthRefusal, ok, type Result, refuse } from '@jifen/domain';
import type { PendingEvent } from '@jifen/service-kit';
import type { Act } from '../acts/act.store.ts';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { withPostsHeld } from '../branch-months/posts-held.ts';
import { holdersOf } from '../branch-months/recipients.ts';
import type { CardStore } from '../cards/card.store.ts';
import { allDeadlines, type Deadlines, type DeadlinesRefusal, deadlinesBegunBy, withBegun } from '../deadlines/deadlines.ts';
import { type CalendarFacts, calendarFactsOf } from './calendar-facts.ts';
import { consequencesOf } from './consequences.ts';
import { decisionOf } from './domain-decision.ts';
import { evolveRecord, type Taken, take } from './evolve-record.ts';

export type EffectRefusal = BranchMonthRefusal | DeadlinesRefusal;
export type Effect = { record: BranchMonthRecord; events: PendingEvent[] };
export type EffectPorts = { deadlines: Deadlines; cards: Pick<CardStore, 'branch'>; realNow: () => number };

type Judged = Taken & { calendar: CalendarFacts; card: BranchCard | undefined };

/** Whether an act could take effect now: the regulation is asked, nothing is written. */
export async function judge(
  { deadlines, cards }: Pick<EffectPorts, 'deadlines' | 'cards'>,
  record: BranchMonthRecord,
  act: Act,
): Promise<Result<Judged, EffectRefusal>> {
  if (record.stage === 'closed') return refuse({ code: 'already-decided', status: 'closed' });
  const [calendar, card] = await Promise.all([calendarFactsOf(deadlines, act), cards.branch(record.branchId)]);
  if (!calendar.ok) return calendar;
  const { state } = withPostsHeld(record, card, act.at);
  const taken = take(state, decisionOf(record, act, calendar.value), act.at);
  return taken.ok ? ok({ ...taken.value, calendar: calendar.value, card }) : taken;
}

/** The branch-month after an act, and what others must hear of it. An act is judged by its own time. */
export async function effectOf(ports: EffectPorts, record: BranchMonthRecord, act: Act): Promise<Result<Effect, EffectRefusal>> {
  const judged = await judge(ports, record, act);
  if (!judged.ok) return judged;
  const { calendar, card, ...taken } = judged.value;
  const acted = evolveRecord(record, taken, { deadlines: calendar.deadlines, actId: act._id });
  const begun = await allDeadlines(ports.deadlines, deadlinesBegunBy(record, acted, act.at));
  if (!begun.ok) return begun;
  const after = withBegun(record, acted, begun.value);
  const superiors = card ? holdersOf(card, 'supervising-committee', act.at) : [];
  const { name, telephone } = card?.objectionsTo ?? {};
  const objectionsTo = name === undefined ? {} : { objectionsTo: { objectionsTo: name, objectionsTelephone: telephone ?? '' } };
  const occasion = { before: record, after, happened: taken.events, cause: act._id, superiors, ...objectionsTo, realNow: ports.realNow() };
  return ok({ record: after, events: consequencesOf(occasion) });
}
