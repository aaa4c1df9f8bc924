import type { Clock, DeadlinesAnswer, DeadlinesRequest, StepDeadline } from '@jifen/contracts';
import { ok, type Result, type Round } from '@jifen/domain';
import { stepAt } from '@jifen/domain/proceedings';
import type { PendingEvent } from '@jifen/service-kit';
import type { BranchMonthRecord, BranchMonthStore } from '../branch-months/branch-month.store.ts';
import { monthStateOf } from '../branch-months/month-state.ts';
import { deadlineOf, nextStepOf } from '../branch-months/step-deadline.ts';
import {
  allDeadlines,
  type Deadlines,
  type DeadlinesRefusal,
  dueAt,
  isDueByItsMonth,
  numberedOn,
  replaced,
  supplementRequest,
} from '../deadlines/deadlines.ts';
import { ownDeadlines, waitRequests, withMemberWaits } from '../deadlines/member-waits.ts';
import { memberDeadlinesChanged } from '../month-processes/member-signals.ts';
import { membersWaitedFor, processesHolding } from '../month-processes/open-processes.ts';
import { event, type Wake } from '../outbox/events.ts';
import { signals } from '../outbox/signals.ts';

type Ports = {
  months: Pick<BranchMonthStore, 'find' | 'update'>;
  deadlines: Deadlines;
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
    const requests = requestsFor(record);
    const fresh = await allDeadlines(ports.deadlines, [...requests, ...waitRequests(record)]);
    if (!fresh.ok) return fresh;
    const kept = requests.some(({ kind }) => kind === 'month') ? [] : ownDeadlines(record);
    const timed = withDeadlines(record, fresh.value, ports.now());
    const next = withMemberWaits(timed, [...kept, ...(fresh.value.members ?? [])], ports.now());
    if (JSON.stringify(next) === JSON.stringify(record) && !isToPass(record, ports.now())) return ok(true);
    const version = record.version + 1;
    const events = tellProcesses(next, { version, clock: ports.clock.reading(), realNow: ports.realNow() });
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

/** Up to the meeting the whole month or supplement; afterwards what the current step waits for. The day of a posting or a filing stays. */
function requestsFor(record: BranchMonthRecord): DeadlinesRequest[] {
  const { stage } = record;
  const round = current(record);
  if (stage === 'publicity' && round?.posting) return [{ kind: 'publicity', postedOn: round.posting.postedOn }];
  if (stage === 'filing' && round?.posting) return [{ kind: 'filing', publicityEndedAt: round.posting.publicityEndsAt }];
  if (stage === 'filed' && round?.filing) return [{ kind: 'return-window', filedAt: round.filing.at }];
  if (isDueByItsMonth(record)) return [monthRequest(record)];
  return stepAt(stage)?.process === 'meeting-side' ? supplementRequest(record) : [];
}

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
    posting: posting && { ...posting, publicityEndsAt: dueAt(deadlines, 'publicity') ?? posting.publicityEndsAt },
    filing: filing && { ...filing, returnBy: dueAt(deadlines, 'return-window') ?? filing.returnBy },
  };
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
