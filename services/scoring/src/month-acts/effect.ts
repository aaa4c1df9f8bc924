import type { BranchCard, StepDeadline } from '@jifen/contracts';
import {
  type BranchMonth,
  type BranchMonthDecision,
  type BranchMonthEvent,
  type BranchMonthRefusal,
  decide,
  decidedWith,
  evolve,
  ok,
  type Result,
  refuse,
} from '@jifen/domain';
import type { PendingEvent } from '@jifen/service-kit';
import type { Act } from '../acts/act.store.ts';
import type { BranchMonthRecord, DecidedWith, PublicationRecord } from '../branch-months/branch-month.store.ts';
import { countersOf } from '../branch-months/counters.ts';
import { holdersOf, withPostsHeld } from '../branch-months/posts-held.ts';
import type { CardStore } from '../cards/card.store.ts';
import { allDeadlines, type Deadlines, type DeadlinesRefusal, deadlinesBegunBy, replaced, withBegun } from '../deadlines/deadlines.ts';
import type { SheetStore } from '../sheets/sheet.store.ts';
import { consequencesOf } from './consequences.ts';
import { type CalendarFacts, calendarFactsOf, decisionOf } from './domain-decision.ts';
import { postedList } from './posted-list.ts';

export type EffectRefusal = BranchMonthRefusal | DeadlinesRefusal;
export type Effect = { record: BranchMonthRecord; events: PendingEvent[] };
export type EffectPorts = {
  deadlines: Deadlines;
  cards: Pick<CardStore, 'branch'>;
  sheets: Pick<SheetStore, 'totalsOfYear'>;
  realNow: () => number;
};

type Judged = Taken & { calendar: CalendarFacts };

/** Whether an act could take effect now: the regulation is asked, nothing is written. `branch` is missing for what rests on no post. */
export async function judge(
  { deadlines }: Pick<EffectPorts, 'deadlines'>,
  record: BranchMonthRecord,
  act: Act,
  branch?: BranchCard,
): Promise<Result<Judged, EffectRefusal>> {
  if (record.stage === 'closed') return refuse({ code: 'already-decided', status: 'closed' });
  const calendar = await calendarFactsOf(deadlines, act);
  if (!calendar.ok) return calendar;
  const { state } = withPostsHeld(record, branch, act.at);
  const taken = take(state, decisionOf(record, act, calendar.value), act.at);
  return taken.ok ? ok({ ...taken.value, calendar: calendar.value }) : taken;
}

/** The branch-month after an act, and what others must hear of it. An act is judged by its own time. */
export async function effectOf(
  ports: EffectPorts,
  record: BranchMonthRecord,
  act: Act,
  branch?: BranchCard,
): Promise<Result<Effect, EffectRefusal>> {
  const judged = await judge(ports, record, act, branch);
  if (!judged.ok) return judged;
  const { calendar, ...taken } = judged.value;
  const evolved = evolveRecord(record, taken, { deadlines: calendar.deadlines, actId: act._id });
  const acted = taken.events.some(({ type }) => type === 'posted') ? await withPostedList(ports, evolved) : evolved;
  const begun = await allDeadlines(ports.deadlines, deadlinesBegunBy(record, acted, act.at));
  if (!begun.ok) return begun;
  const after = withBegun(record, acted, begun.value);
  const opensStep = record.stage !== after.stage || record.round !== after.round;
  const card = opensStep ? (branch ?? (await ports.cards.branch(record.branchId))) : undefined;
  const superiors = card ? holdersOf(card, 'supervising-committee', act.at) : [];
  const { name, telephone } = card?.objectionsTo ?? {};
  const objectionsTo = name === undefined ? {} : { objectionsTo: { objectionsTo: name, objectionsTelephone: telephone ?? '' } };
  const occasion = { before: record, after, happened: taken.events, cause: act._id, superiors, ...objectionsTo, realNow: ports.realNow() };
  return ok({ record: after, events: consequencesOf(occasion) });
}

async function withPostedList({ sheets }: Pick<EffectPorts, 'sheets'>, record: BranchMonthRecord): Promise<BranchMonthRecord> {
  const list = await postedList(sheets, record);
  return { ...record, publications: noted(record.publications, record.round, { list }) };
}

export type Taken = { state: BranchMonth; events: readonly BranchMonthEvent[] };

/** The regulation's word on a decision: the month after it and what happened, or why not. */
export function take(state: BranchMonth, decision: BranchMonthDecision, at: number): Result<Taken, BranchMonthRefusal> {
  const events = decide(state, decision, at);
  return events.ok ? ok({ state: events.value.reduce(evolve, state), events: events.value }) : events;
}

/** The record after it. The version is raised by whoever writes it. */
export function evolveRecord(
  record: BranchMonthRecord,
  { state, events }: Taken,
  { deadlines, actId }: { deadlines: readonly StepDeadline[]; actId?: string },
): BranchMonthRecord {
  return {
    ...record,
    state,
    stage: state.status,
    round: state.round,
    rosterHash: state.rosterHash,
    counters: countersOf(state),
    deadlines: replaced(record.deadlines, deadlines),
    publications: events.reduce((publications, event) => publicationsAfter(record, publications, event), record.publications),
    actIds: actId === undefined ? record.actIds : [...record.actIds, actId],
    awaitingProjection: events.reduce(projectionAfter, record.awaitingProjection),
    decidedWith: decidedWithOf(state),
  };
}

export function decidedWithOf(state: BranchMonth): DecidedWith | undefined {
  const round = state.rounds.find((one) => one.round === state.round);
  const joint = round && decidedWith(state, round);
  return joint ? { closing: joint.closing, by: joint.by } : undefined;
}

function projectionAfter(awaited: string | undefined, event: BranchMonthEvent): string | undefined {
  if (event.type === 'meeting-recorded' && event.meeting.outcome === 'carried') return event.actId;
  return event.type === 'withdrawn' && event.step === 'record-meeting' ? undefined : awaited;
}

/** The supervising committee's receipt, one for each round; months that are filed together have that of their closing month. */
function receiptNumber({ branchId, period, state }: BranchMonthRecord, number: number): string {
  const round = state.rounds.find((one) => one.round === number);
  const filedIn = (round && decidedWith(state, round)?.closing) ?? period;
  return `${filedIn.replace('-', '')}-${branchId}-${number}`;
}

function publicationsAfter(record: BranchMonthRecord, publications: PublicationRecord[], event: BranchMonthEvent): PublicationRecord[] {
  switch (event.type) {
    case 'posted':
      return noted(publications, event.round, { postedOn: event.posting.postedOn, place: event.posting.place });
    case 'filed':
      return noted(publications, event.round, { filedAt: event.at });
    case 'received':
      return noted(publications, event.round, { receiptNumber: receiptNumber(record, event.round) });
    case 'returned':
      return noted(publications, event.round, { returned: { at: event.at, reason: event.reason, backTo: event.backTo } });
    default:
      return publications;
  }
}

function noted(publications: PublicationRecord[], round: number, facts: Omit<PublicationRecord, 'round'>): PublicationRecord[] {
  const known = publications.find((publication) => publication.round === round) ?? { round };
  return [...publications.filter((publication) => publication !== known), { ...known, ...facts }];
}
