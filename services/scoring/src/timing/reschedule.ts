import type { Clock, DeadlinesAnswer, DeadlinesRequest, StepDeadline } from '@jifen/contracts';
import { ok, type Result, type Round } from '@jifen/domain';
import { stepAt } from '@jifen/domain/proceedings';
import type { PendingEvent } from '@jifen/service-kit';
import type { BranchMonthRecord, BranchMonthStore } from '../branch-months/branch-month.store.ts';
import { monthStateOf } from '../branch-months/month-state.ts';
import { objectionRequests } from '../branch-months/objection-waits.ts';
import { deadlineOf, nextStepOf } from '../branch-months/step-deadline.ts';
import type { CardStore } from '../cards/card.store.ts';
import {
  allDeadlines,
  type Deadlines,
  type DeadlinesRefusal,
  dueAt,
  isDueByItsMonth,
  numberedOn,
  publicationDeadlines,
  replaced,
  supplementRequest,
} from '../deadlines/deadlines.ts';
import { ownDeadlines, waitRequests, withMemberWaits } from '../deadlines/member-waits.ts';
import { memberDeadlinesChanged } from '../month-processes/member-signals.ts';
import { membersWaitedFor, processesHolding } from '../month-processes/open-processes.ts';
import { event, type Wake } from '../outbox/events.ts';
import { signals } from '../outbox/signals.ts';
import { tellEarlierDeadline } from './earlier-deadline.ts';

type Ports = {
  months: Pick<BranchMonthStore, 'find' | 'update'>;
  deadlines: Deadlines;
  cards: Pick<CardStore, 'branch'>;
  clock: { reading(): Clock };
  now: () => number;
  realNow: () => number;
  wake: Wake;
};

const attempts = 10;

/** A party day or the calendar was changed, or a superior gave an extension: a month's open deadlines are computed again, written, and told to the processes that hold them. */
export async function reschedule(ports: Ports, first: BranchMonthRecord): Promise<Result<true, DeadlinesRefusal>> {
  const { branchId, period } = first;
  let record: BranchMonthRecord | undefined = first;
  for (let attempt = 0; attempt < attempts && record; attempt += 1) {
    const fresh = await freshDeadlines(ports.deadlines, record);
    if (!fresh.ok) return fresh;
    const waits = await allDeadlines(ports.deadlines, [...waitRequests(record), ...objectionRequests(record)]);
    if (!waits.ok) return waits;
    const kept = isDueByItsMonth(record) ? [] : ownDeadlines(record);
    const timed = withDeadlines(record, fresh.value, ports.now());
    const waiting = withMemberWaits(timed, [...kept, ...(fresh.value.members ?? []), ...(waits.value.members ?? [])], ports.now());
    const next = waits.value.objections ? { ...waiting, objectionWaits: waits.value.objections } : waiting;
    if (JSON.stringify(next) === JSON.stringify(record) && !isToPass(record, ports.now())) return ok(true);
    const version = record.version + 1;
    const times = { version, now: ports.now(), realNow: ports.realNow() };
    const earlier = await tellEarlierDeadline(ports.cards, { before: record, after: next, ...times });
    const events = [...tellProcesses(next, { ...times, clock: ports.clock.reading() }), ...earlier];
    if ((await ports.months.update({ ...next, version }, events)) === 'written') {
      ports.wake();
      return ok(true);
    }
    record = await ports.months.find(branchId, period);
  }
  throw new Error(`${branchId}/${period} changed ${attempts} times while it was rescheduled`);
}

/** What follows a passed deadline may have wanted the calendar that was entered now; its process, told again, brings it once more. */
function isToPass(record: BranchMonthRecord, now: number): boolean {
  const { deadline, atDeadline } = nextStepOf(record);
  return deadline !== null && atDeadline !== null && deadline.dueAt <= now;
}

function freshDeadlines(deadlines: Deadlines, record: BranchMonthRecord): Promise<Result<DeadlinesAnswer, DeadlinesRefusal>> {
  const { posting } = current(record) ?? {};
  if (record.stage === 'publicity' && posting) return publicationDeadlines(deadlines, posting.postedOn);
  return allDeadlines(deadlines, requestsFor(record));
}

/** Up to the meeting the whole month or supplement; afterwards what the current step waits for, counted from what it began with. */
function requestsFor(record: BranchMonthRecord): DeadlinesRequest[] {
  const { stage } = record;
  const round = current(record);
  const returnedAt = record.publications.find((one) => one.round === record.round - 1)?.returned?.at;
  if (stage === 'posting') return postingRequest(returnedAt ?? round?.meetings.findLast(isCarried)?.enteredAt ?? round?.begun?.at);
  if (stage === 'filing' && round?.posting) return [{ kind: 'filing', publicityEndedAt: returnedAt ?? round.posting.publicityEndsAt }];
  if (stage === 'filed' && round?.filing) return [{ kind: 'return-window', filedAt: round.filing.at }];
  if (isDueByItsMonth(record)) return [monthRequest(record)];
  return stepAt(stage)?.process === 'meeting-side' ? supplementRequest(record) : [];
}

const postingRequest = (decidedAt: number | undefined): DeadlinesRequest[] =>
  decidedAt === undefined ? [] : [{ kind: 'posting', decidedAt }];
type Posting = NonNullable<Round['posting']>;
const isCarried = ({ outcome }: Round['meetings'][number]) => outcome === 'carried';

/** What was frozen holds: a month that was opened by itself stays so, whatever the county has settled on since. */
const monthRequest = ({ branchId, period, state }: BranchMonthRecord): DeadlinesRequest =>
  state.joint ? { kind: 'month', branchId, period } : { kind: 'month', branchId, period, alone: true };

const current = ({ state, round }: BranchMonthRecord): Round | undefined => state.rounds.find((one) => one.round === round);

/** The regulation's state holds the instants that it judges by. Applications that are over stay over, whatever is computed for them now. */
function withDeadlines(record: BranchMonthRecord, { deadlines: computed, meetingOn }: DeadlinesAnswer, now: number): BranchMonthRecord {
  const { state } = record;
  const deadlines = record.stage === 'applying' ? computed : computed.filter(({ step }) => step !== 'application');
  const standing = deadlineOf(record);
  const numbered = deadlines.map((fresh) => (fresh.step === standing?.step ? numberedOn(standing, fresh, now) : fresh));
  const rounds = state.rounds.map((round) => (round.round === record.round ? withInstants(round, deadlines) : round));
  const applicationBy = dueAt(deadlines, 'application') ?? state.applicationBy;
  return {
    ...record,
    state: { ...state, applicationBy, rounds },
    deadlines: replaced(record.deadlines, numbered),
    meetingOn: meetingOn ?? record.meetingOn,
  };
}

function withInstants(round: Round, deadlines: readonly StepDeadline[]): Round {
  const { posting, filing } = round;
  return {
    ...round,
    posting: posting && withDays(posting, deadlines),
    filing: filing && { ...filing, returnBy: dueAt(deadlines, 'return-window') ?? filing.returnBy },
  };
}

/** The filing rests on the end of publicity; of a list that was returned it has a day of its own. */
function withDays(posting: Posting, deadlines: readonly StepDeadline[]): Posting {
  const publicityEndsAt = dueAt(deadlines, 'publicity');
  return publicityEndsAt === undefined
    ? posting
    : { ...posting, publicityEndsAt, filingBy: dueAt(deadlines, 'filing') ?? posting.filingBy };
}

function tellProcesses(
  record: BranchMonthRecord,
  { version, clock, realNow }: { version: number; clock: Clock; realNow: number },
): PendingEvent[] {
  const state = monthStateOf({ ...record, version });
  const toHolders = processesHolding(record).map((workflowId) => signals.deadlinesChanged(workflowId, { state, clock }));
  const toMembers = membersWaitedFor(record).map((memberId) => memberDeadlinesChanged(record, memberId, clock));
  return [...toHolders, ...toMembers].map((signal) =>
    event('signal', `deadlines-changed/${version}/${signal.workflowId}`, realNow, signal),
  );
}
