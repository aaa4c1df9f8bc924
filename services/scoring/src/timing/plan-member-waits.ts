import type { Clock, DeadlinesAnswer, DeadlinesRequest } from '@jifen/contracts';
import { ok, type Result, unconfirmedEntries, type Waiting, waitingLines } from '@jifen/domain';
import type { PendingEvent } from '@jifen/service-kit';
import type { BranchMonthRecord, BranchMonthStore } from '../branch-months/branch-month.store.ts';
import { monthStateOf } from '../branch-months/month-state.ts';
import { objectionRequests } from '../branch-months/objection-waits.ts';
import { onScreen } from '../branch-months/posts-held.ts';
import { allDeadlines, type Deadlines, type DeadlinesRefusal } from '../deadlines/deadlines.ts';
import { ownDeadlines, withMemberWaits } from '../deadlines/member-waits.ts';
import { memberDeadlinesChanged } from '../month-processes/member-signals.ts';
import { processesHolding } from '../month-processes/open-processes.ts';
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
type Planned = Extract<DeadlinesRequest, { kind: 'member-wait' }>;
type Begun = { [Kind in 'members' | 'objections']: NonNullable<DeadlinesAnswer[Kind]> };

const attempts = 10;

/**
 * When somebody is told of what waits in a month beside its steps (an entry, a line, an objection): computed, written, and given to the
 * processes of the members and of the month.
 */
export async function planMemberWaits(ports: Ports, first: BranchMonthRecord): Promise<Result<true, DeadlinesRefusal>> {
  let record: BranchMonthRecord | undefined = first;
  for (let attempt = 0; attempt < attempts && record; attempt += 1) {
    const fresh = await allDeadlines(ports.deadlines, [...missingWaits(record), ...missingAnswers(record)]);
    if (!fresh.ok) return fresh;
    const { members = [], objections = [] } = fresh.value;
    if (members.length === 0 && objections.length === 0) return ok(true);
    if (await written(ports, record, { members, objections })) return ok(true);
    record = await ports.months.find(first.branchId, first.period);
  }
  throw new Error(`${first._id} changed ${attempts} times while what waits in it was planned`);
}

function missingWaits(record: BranchMonthRecord): Planned[] {
  const kept = record.memberWaits ?? [];
  return expectedOf(record).filter(
    ({ memberId, step, since }) => !kept.some((wait) => wait.memberId === memberId && wait.step === step && wait.since === since),
  );
}

function missingAnswers(record: BranchMonthRecord) {
  const kept = new Set((record.objectionWaits ?? []).map(({ objectionId }) => objectionId));
  return objectionRequests(record).filter(({ objectionId }) => !kept.has(objectionId));
}

async function written(ports: Ports, record: BranchMonthRecord, begun: Begun): Promise<boolean> {
  const version = record.version + 1;
  const next = { ...withBegunWaits(record, begun, ports.now()), version };
  const outcome = await ports.months.update(next, tellProcesses(ports, next, begun));
  if (outcome === 'written') ports.wake();
  return outcome === 'written';
}

function withBegunWaits(record: BranchMonthRecord, { members, objections }: Begun, now: number): BranchMonthRecord {
  const expected = expectedOf(record);
  const staying = (record.memberWaits ?? []).filter((wait) =>
    expected.some((one) => one.memberId === wait.memberId && one.since === wait.since),
  );
  const waiting = members.length === 0 ? record : withMemberWaits(record, [...ownDeadlines(record), ...staying, ...members], now);
  return objections.length === 0 ? waiting : { ...waiting, objectionWaits: [...(record.objectionWaits ?? []), ...objections] };
}

function tellProcesses({ clock, realNow }: Ports, record: BranchMonthRecord, { members, objections }: Begun): PendingEvent[] {
  const reading = clock.reading();
  const memberIds = [...new Set(members.map(({ memberId }) => memberId))];
  const toMembers = memberIds.map((memberId) => memberDeadlinesChanged(record, memberId, reading));
  const state = monthStateOf(record);
  const holders = objections.length === 0 ? [] : processesHolding(record);
  const toHolders = holders.map((workflowId) => signals.deadlinesChanged(workflowId, { state, clock: reading }));
  return [...toMembers, ...toHolders].map((signal) =>
    event('signal', `member-waits/${record.version}/${signal.workflowId}`, realNow(), signal),
  );
}

/** An entry is asked about where its member uses the screen; whoever does not cannot confirm it. */
function expectedOf(record: BranchMonthRecord): Planned[] {
  const screen = new Set(onScreen(record));
  const usesScreen = ({ memberId }: Waiting) => record.participants.some((card) => card.memberId === memberId && screen.has(card.personId));
  const planned = (step: Planned['step'], waiting: readonly Waiting[]) =>
    waiting.map(({ memberId, since }): Planned => ({ kind: 'member-wait', step, memberId, since }));
  return [
    ...planned('entry-confirmation', unconfirmedEntries(record.state).filter(usesScreen)),
    ...planned('waiting-line', waitingLines(record.state)),
  ];
}
