import type { DecisionBody, DecisionContent } from '@jifen/contracts';
import type { Caller } from '@jifen/service-kit';
import type { FixedClock } from '@jifen/test-kit';
import { fakeActStore } from '../acts/act.store.fake.ts';
import type { ActStore } from '../acts/act.store.ts';
import { fakeBranchMonthStore } from '../branch-months/branch-month.store.fake.ts';
import type { BranchMonthRecord, BranchMonthStore } from '../branch-months/branch-month.store.ts';
import type { Deadlines } from '../deadlines/deadlines.ts';
import { audit, carriedMeeting, october, otherReviewer, recorder, review, reviewer, superior } from '../decisions/october.builders.ts';
import { takeDecision } from '../decisions/take-decision.ts';
import type { CoreDeps } from '../deps.ts';
import { openMonth } from '../opening/open-month.ts';
import { type FakeProcesses, fakeProcesses } from '../processes/processes.fake.ts';
import { applyAct } from '../recording/apply-act.ts';
import { fakeSheetStore } from '../sheets/sheet.store.fake.ts';
import { withSubjects } from '../subjects.ts';

export const quarter = ['2026-07', '2026-08', '2026-09'] as const;
export type Month = (typeof quarter)[number];
export const earlier = ['2026-07', '2026-08'] as const satisfies readonly Month[];

/** The county evaluates the third quarter of 2026 at once. */
function byQuarter(deadlines: Deadlines): Deadlines {
  return {
    ...deadlines,
    of: async (request) => {
      const answer = await deadlines.of(request);
      if (!answer.ok || request.kind !== 'month' || request.alone) return answer;
      const reminded = answer.value.deadlines.map((one) => ({ ...one, reminders: [{ at: one.dueAt - 54_000_000, n: 1, level: 0 }] }));
      return {
        ok: true,
        value: { ...answer.value, deadlines: reminded, joint: { closing: '2026-09', by: 'quarter', months: [...quarter] } },
      };
    },
  };
}

export type Quarter = {
  deps: CoreDeps;
  clock: FixedClock;
  processes: FakeProcesses;
  month(period: Month): Promise<BranchMonthRecord>;
  open(period: Month): Promise<BranchMonthRecord>;
  decide(caller: Caller, content: DecisionContent, sent?: Partial<DecisionBody> & { period?: Month }): ReturnType<typeof takeDecision>;
};

type Stores = Pick<CoreDeps, 'sheets'> & { months: BranchMonthStore; acts: ActStore };
let sentSoFar = 0;

const fakeStores = (): Stores => ({ months: fakeBranchMonthStore(), acts: fakeActStore(), sheets: fakeSheetStore() });

/** The branch of Dongwan on the evening of 10 November 2026, with no month of the quarter open. */
export async function aQuarter(stores: Stores = fakeStores()): Promise<Quarter> {
  const { deps: usual, clock } = await october();
  const processes = fakeProcesses(async (actId) => {
    const applied = await applyAct(deps, actId);
    if (!applied.ok) throw new Error(applied.refusal.code);
    return applied.value;
  });
  const { months, acts, sheets } = stores;
  const deps: CoreDeps = withSubjects({ ...usual, months, acts, sheets, processes, deadlines: byQuarter(usual.deadlines) });
  clock.set('2026-11-10T20:00:00+08:00');
  const month = async (period: Month) => {
    const found = await deps.months.find('dongwan', period);
    if (!found) throw new Error(`${period} is not open`);
    return found;
  };
  return {
    deps,
    clock,
    processes,
    month,
    open: async (period) => {
      const opened = await openMonth(deps, { branchId: 'dongwan', period, caller: superior, now: clock.now(), audit });
      if (!opened.ok) throw new Error(opened.refusal.code);
      return opened.value;
    },
    decide: async (caller, content, { period = '2026-09', ...of } = {}) => {
      const { round, rosterHash } = await month(period);
      sentSoFar += 1;
      const body = { actId: `${content.kind}-of-${sentSoFar}`, round, rosterHash, content, ...of };
      return takeDecision(deps, { branchId: 'dongwan', period, body, caller, now: clock.now(), audit });
    },
  };
}

/** Every line at 5 points. */
const registrationOf = ({ participants }: BranchMonthRecord): DecisionContent => ({
  kind: 'register',
  lines: participants.map(({ memberId }) => ({ memberId, deductions: [], task: 500, rewards: [], note: '支部掌握的情况' })),
});

/** Registered and reviewed; answers whether each was decided. */
export async function reviewMonth({ decide, month }: Quarter, period: Month): Promise<boolean[]> {
  const taken = [
    await decide(recorder, registrationOf(await month(period)), { period }),
    await decide(reviewer, review, { period }),
    await decide(otherReviewer, { kind: 'review-own-line', memberId: 'member-2' }, { period }),
  ];
  return taken.map(({ ok }) => ok);
}

/** All three months stand at the meeting. */
export async function aReviewedQuarter(stores?: Stores): Promise<Quarter> {
  const world = await aQuarter(stores);
  for (const period of quarter) await world.open(period);
  for (const period of quarter) await reviewMonth(world, period);
  return world;
}

export const meetingOfQuarter = { ...carriedMeeting, heldOn: '2026-11-10' };
