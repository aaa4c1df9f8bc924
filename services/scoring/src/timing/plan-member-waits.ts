import type { Clock, DeadlinesRequest, MemberWait } from '@jifen/contracts';
import { ok, type Result, unconfirmedEntries, type Waiting, waitingLines } from '@jifen/domain';
import type { BranchMonthRecord, BranchMonthStore } from '../branch-months/branch-month.store.ts';
import { onScreen } from '../branch-months/posts-held.ts';
import { allDeadlines, type Deadlines, type DeadlinesRefusal } from '../deadlines/deadlines.ts';
import { ownDeadlines, withMemberWaits } from '../deadlines/member-waits.ts';
import { memberDeadlinesChanged } from '../month-processes/member-signals.ts';
import { event, type Wake } from '../outbox/events.ts';

type Ports = {
  months: Pick<BranchMonthStore, 'find' | 'update'>;
  deadlines: Deadlines;
  clock: { reading(): Clock };
  now: () => number;
  realNow: () => number;
  wake: Wake;
};
type Planned = Extract<DeadlinesRequest, { kind: 'member-wait' }>;

const attempts = 10;

/** When members, and then others, are told of what waits in a month: computed, written, and given to the members' own processes. */
export async function planMemberWaits(ports: Ports, first: BranchMonthRecord): Promise<Result<true, DeadlinesRefusal>> {
  let record: BranchMonthRecord | undefined = first;
  for (let attempt = 0; attempt < attempts && record; attempt += 1) {
    const kept: readonly MemberWait[] = record.memberWaits ?? [];
    const isKept = ({ memberId, step, since }: Planned) =>
      kept.some((wait) => wait.memberId === memberId && wait.step === step && wait.since === since);
    const expected = expectedOf(record);
    const fresh = await allDeadlines(
      ports.deadlines,
      expected.filter((wait) => !isKept(wait)),
    );
    if (!fresh.ok) return fresh;
    const begun = fresh.value.members ?? [];
    if (begun.length === 0) return ok(true);
    const staying = kept.filter((wait) => expected.some((one) => one.memberId === wait.memberId && one.since === wait.since));
    const next = withMemberWaits(record, [...ownDeadlines(record), ...staying, ...begun], ports.now());
    if (await written(ports, next, begun)) return ok(true);
    record = await ports.months.find(first.branchId, first.period);
  }
  throw new Error(`${first._id} changed ${attempts} times while what waits in it was planned`);
}

async function written(ports: Ports, record: BranchMonthRecord, begun: readonly MemberWait[]): Promise<boolean> {
  const version = record.version + 1;
  const memberIds = [...new Set(begun.map(({ memberId }) => memberId))];
  const events = memberIds.map((memberId) => {
    const signal = memberDeadlinesChanged(record, memberId, ports.clock.reading());
    return event('signal', `member-waits/${version}/${signal.workflowId}`, ports.realNow(), signal);
  });
  const outcome = await ports.months.update({ ...record, version }, events);
  if (outcome === 'written') ports.wake();
  return outcome === 'written';
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
