import type { BranchCard, OutstandingAnswer, outstandingQuery } from '@jifen/contracts';
import { answerersOfOne, ok, openObjections, type Result, refuse } from '@jifen/domain';
import type { z } from 'zod';
import type { BranchMonthRecord, BranchMonthStore } from '../branch-months/branch-month.store.ts';
import { nextObjectionWait } from '../branch-months/objection-waits.ts';
import { holdersOf, withPostsHeld } from '../branch-months/posts-held.ts';
import { deadlineOf, nextStepOf } from '../branch-months/step-deadline.ts';
import type { CardStore } from '../cards/card.store.ts';
import { ownDeadlines } from '../deadlines/member-waits.ts';
import { type ActorNow, actorsNow } from '../overview/actors-now.ts';
import { memberOutstanding } from './member-outstanding.ts';

type Ports = { months: Pick<BranchMonthStore, 'find'>; cards: Pick<CardStore, 'branch'> };
type Asked = z.infer<typeof outstandingQuery>;
type Person = OutstandingAnswer['people'][number];

/** Who, still? Asked when a reminder is about to be sent, so that nobody is reminded of what is done. */
export async function findOutstanding(ports: Ports, asked: Asked, now: number): Promise<Result<OutstandingAnswer, { code: 'not-found' }>> {
  const { branchId, period, level } = asked;
  const [kept, card] = await Promise.all([ports.months.find(branchId, period), ports.cards.branch(branchId)]);
  if (!kept) return refuse({ code: 'not-found' });
  const record = withPostsHeld(kept, card, now);
  const answer = { organisation: record.path, branchName: record.branchName, lastDay: deadlineOf(record)?.lastDay ?? '' };
  const { memberId, step } = asked;
  if (step === 'objection') return ok({ ...answer, ...answersOutstanding(record, card, { ...asked, now }) });
  if (memberId === undefined && !isOpen(record, asked)) return ok({ ...answer, open: false, people: [] });
  const superiors = card ? holdersOf(card, 'supervising-committee', now) : [];
  if (memberId !== undefined) return ok({ ...answer, ...memberOutstanding(record, { ...asked, memberId, superiors, now }) });
  const people = [
    ...(awaitsReceipt(record) ? superiors : []).map((personId) => personOf(record, personId, 'has-to-act')),
    ...withoutOwnDeadline(record, actorsNow(record)).map(
      ({ personId, memberId }): Person => ({ personId, ...(memberId ? { memberId } : {}), reason: 'has-to-act' }),
    ),
    ...(level >= 1 ? standIns(record) : []).map((personId) => personOf(record, personId, 'stands-in')),
    ...(level >= 2 ? superiors : []).map((personId) => personOf(record, personId, 'supervises')),
  ];
  return ok({ ...answer, open: true, people: people.filter(isFirstOf(people)) });
}

/** Those who may answer the objections that are open, and above them the committee. */
function answersOutstanding(
  record: BranchMonthRecord,
  card: BranchCard | undefined,
  { level, now }: Asked & { now: number },
): Pick<OutstandingAnswer, 'open' | 'people'> & Partial<Pick<OutstandingAnswer, 'lastDay'>> {
  const wait = nextObjectionWait(record);
  if (!wait) return { open: false, people: [] };
  const answering = openObjections(record.state).flatMap((objection) => answerersOfOne(record.state, objection));
  const people = [
    ...answering.map((personId) => personOf(record, personId, 'has-to-act')),
    ...(level >= 2 && card ? holdersOf(card, 'supervising-committee', now) : []).map((personId) =>
      personOf(record, personId, 'supervises'),
    ),
  ];
  return { open: true, people: people.filter(isFirstOf(people)), lastDay: wait.lastDay };
}

/** A list that two meetings did not carry goes with the next quarter's: reminders stop. So they do where another month decides. */
function isOpen(record: BranchMonthRecord, asked: Asked): boolean {
  const { waits, rests } = nextStepOf(record);
  return waits === asked.step && record.round === asked.round && rests === null;
}

/** A filing waits for the supervising committee until it is receipted. */
function awaitsReceipt(record: BranchMonthRecord): boolean {
  const { round, publications } = record;
  return (
    nextStepOf(record).actors === 'supervising-committee' && publications.find((one) => one.round === round)?.receiptNumber === undefined
  );
}

/** Whoever has a last day of their own is reminded of that one. */
function withoutOwnDeadline(record: BranchMonthRecord, actors: readonly ActorNow[]): readonly ActorNow[] {
  if (record.stage !== 'applying') return actors;
  const own = new Set<string | undefined>(ownDeadlines(record).map(({ memberId }) => memberId));
  return actors.filter(({ memberId }) => !own.has(memberId));
}

function standIns({ state: { posts } }: BranchMonthRecord): string[] {
  return [posts.deputyRecorder, posts.secretary].filter((personId) => personId !== undefined);
}

function personOf({ participants }: BranchMonthRecord, personId: string, reason: Person['reason']): Person {
  const member = participants.find((one) => one.personId === personId);
  return { personId, ...(member ? { memberId: member.memberId } : {}), reason };
}

/** Whoever has to act is not told a second time as a stand-in. */
const isFirstOf = (people: readonly Person[]) => (person: Person, index: number) =>
  people.findIndex(({ personId }) => personId === person.personId) === index;
