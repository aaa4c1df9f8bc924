import type { ApplicationBody, DecisionBody, DecisionContent, NoticeRequest, RoleName, YearPlan } from '@jifen/contracts';
import type { ScoringScheme } from '@jifen/domain';
import type { AuditRecord, Caller, RouteAudit } from '@jifen/service-kit';
import { aCaller, aGrant, type FixedClock, fixedClock } from '@jifen/test-kit';
import { type FakeActStore, fakeActStore } from '../acts/act.store.fake.ts';
import type { Act } from '../acts/act.store.ts';
import { submitApplication } from '../applications/submit-application.ts';
import { type FakeBranchMonthStore, fakeBranchMonthStore } from '../branch-months/branch-month.store.fake.ts';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { aBranchCard, aMemberCard, aPost } from '../cards/card.builders.ts';
import { type FakeCountyMonthStore, fakeCountyMonthStore } from '../county-months/county-month.store.fake.ts';
import { fakeDeadlines } from '../deadlines/deadlines.fake.ts';
import type { CoreDeps } from '../deps.ts';
import { openMonth } from '../opening/open-month.ts';
import { type FakeProcesses, fakeProcesses } from '../processes/processes.fake.ts';
import { applyAct } from '../recording/apply-act.ts';
import { library } from '../scheme-library/scheme-library.files.ts';
import { sourceOf } from '../scheme-library/scheme-library.ts';
import { fakeSheetStore } from '../sheets/sheet.store.fake.ts';
import { withSubjects } from '../subjects.ts';
import { takeDecision } from './take-decision.ts';

const organisation = '/qinghe/lianhu/dongwan';
export const members = [1, 2, 3, 4, 5, 6, 7, 8];

const person = (n: number, ...roles: RoleName[]): Caller =>
  aCaller({
    personId: `person-${n}`,
    memberId: `member-${n}`,
    grants: (['member', ...roles] as const).map((role) => aGrant({ role, organisation })),
  });

/** Eight full members: 1 is the secretary, 2 and 3 the committee, 4 the recorder. */
export const secretary = person(1, 'secretary');
export const reviewer = person(2, 'committee-member');
export const otherReviewer = person(3, 'committee-member');
export const recorder = person(4, 'recorder');
export const member = (n: number): Caller => person(n);
export const superior: Caller = {
  service: 'console',
  personId: 'person-90',
  grants: [aGrant({ role: 'supervising-committee', organisation: '/qinghe/lianhu' })],
};
/** The committee above other branches. */
export const otherSuperior: Caller = {
  ...superior,
  personId: 'person-91',
  grants: [aGrant({ role: 'supervising-committee', organisation: '/qinghe/xianzhi' })],
};
export const stranger: Caller = aCaller({
  personId: 'person-99',
  memberId: 'member-99',
  grants: [aGrant({ role: 'secretary', organisation: '/qinghe/lianhu/xiwan' })],
});

const card = aBranchCard({
  posts: [
    aPost({ personId: 'person-1', memberId: 'member-1', role: 'secretary' }),
    aPost({ personId: 'person-2', memberId: 'member-2', role: 'committee-member' }),
    aPost({ personId: 'person-3', memberId: 'member-3', role: 'committee-member' }),
    aPost({ personId: 'person-4', memberId: 'member-4', role: 'recorder' }),
    aPost({ personId: 'person-90', memberId: undefined, role: 'supervising-committee', organisation: '/qinghe/lianhu' }),
  ],
});

const plan: YearPlan & { scheme: ScoringScheme } = {
  scheme: sourceOf(library, 'village-community'),
  branchId: 'dongwan',
  year: 2026,
  policy: 'exact-70',
  ceilings: [600, 600, 600, 600, 600, 600, 600, 600, 600, 600, 500, 500],
  pledges: members.map((n) => ({
    id: `pledge-${n}`,
    memberId: `member-${n}`,
    kind: 'practical',
    text: '承诺',
    dueMonths: [10],
    weight: 1,
  })),
};

export const audit: RouteAudit['pending'] = ({ target }) => {
  const payload: AuditRecord = { eventId: target, at: 0, actor: '', service: '', action: '', target, result: 'done', requestId: '' };
  return { id: `audit/${target}`, type: 'audit', at: 0, payload };
};

export type October = {
  deps: CoreDeps;
  months: FakeBranchMonthStore;
  countyMonths: FakeCountyMonthStore;
  acts: FakeActStore;
  processes: FakeProcesses;
  sheets: ReturnType<typeof fakeSheetStore>;
  clock: FixedClock;
  sentNotices: NoticeRequest[];
  record(): Promise<BranchMonthRecord>;
  decide(caller: Caller, content: DecisionContent, of?: Partial<DecisionBody>): ReturnType<typeof takeDecision>;
  apply(n: number, of?: Partial<ApplicationBody>): Promise<Act>;
};

/** The branch of Dongwan in October 2026, opened for applications on the 26th, with fakes behind every port. */
export async function october(): Promise<October> {
  const months = fakeBranchMonthStore();
  const countyMonths = fakeCountyMonthStore();
  const acts = fakeActStore();
  const sheets = fakeSheetStore();
  const clock = fixedClock('2026-10-26T09:00:00+08:00');
  const sentNotices: NoticeRequest[] = [];
  const processes = fakeProcesses(async (actId) => {
    const applied = await applyAct(deps, actId);
    if (!applied.ok) throw new Error(applied.refusal.code);
    return applied.value;
  });
  const ports: Omit<CoreDeps, 'subjects'> = {
    months,
    countyMonths,
    acts,
    processes,
    deadlines: fakeDeadlines(),
    sheets,
    cards: { branch: async (id) => (id === 'dongwan' ? card : undefined), membersOf: async () => members.map((n) => aMemberCard(n)) },
    schemes: { inForce: async ({ sector }) => sourceOf(library, sector) },
    plans: { find: async (branchId, year) => (branchId === 'dongwan' && year === 2026 ? plan : undefined) },
    clock: { reading: () => ({ anchorReal: 0, anchorBusiness: clock.now(), speed: 0 }), refresh: async () => undefined },
    notices: { send: async (notice) => void sentNotices.push(notice) },
    realNow: () => 1_000_000,
    now: clock.now,
    wake: () => undefined,
  };
  const deps: CoreDeps = withSubjects(ports);
  const opened = await openMonth(deps, { branchId: 'dongwan', period: '2026-10', caller: superior, now: clock.now(), audit });
  if (!opened.ok) throw new Error(opened.refusal.code);
  return { deps, months, countyMonths, acts, sheets, processes, clock, sentNotices, ...dealings(deps) };
}

let sentSoFar = 0;
const freshId = (kind: string) => {
  sentSoFar += 1;
  return `${kind}-${sentSoFar}`;
};

function dealings(deps: CoreDeps): Pick<October, 'record' | 'decide' | 'apply'> {
  const month = { branchId: 'dongwan', period: '2026-10' };
  const record = async () => {
    const found = await deps.months.find('dongwan', '2026-10');
    if (!found) throw new Error('the month is not open');
    return found;
  };
  return {
    record,
    decide: async (caller, content, of = {}) => {
      const { round, rosterHash } = await record();
      const body = { actId: freshId(content.kind), round, rosterHash, content, ...of };
      return takeDecision(deps, { ...month, body, caller, now: deps.now(), audit });
    },
    apply: async (n, of = {}) => {
      const fulfilments = [{ pledgeId: `pledge-${n}`, state: 'done' as const }];
      const body = { actId: freshId('application'), fulfilments, rewards: [], ...of };
      const applied = await submitApplication(deps, {
        ...month,
        memberId: `member-${n}`,
        body,
        caller: member(n),
        now: deps.now(),
        audit,
      });
      if (!applied.ok) throw new Error(applied.refusal.code);
      return applied.value;
    },
  };
}

/** Every line at the month's ceiling of 6 points; for whoever has not applied, with the reason. */
export const registration: Extract<DecisionContent, { kind: 'register' }> = {
  kind: 'register',
  lines: members.map((n) => ({ memberId: `member-${n}`, deductions: [], task: 600, rewards: [], note: '支部掌握的情况' })),
};
export const review: DecisionContent = { kind: 'review', changes: [] };
const ownLine = (n: number): DecisionContent => ({ kind: 'review-own-line', memberId: `member-${n}` });
export const carriedMeeting = {
  kind: 'record-meeting',
  heldOn: '2026-11-10',
  present: members.map((n) => `member-${n}`),
  onLeave: [],
  inFavour: 8,
  against: 0,
  abstained: 0,
  separate: [],
  changes: [],
  carried: true,
} satisfies DecisionContent;
export const posting: DecisionContent = { kind: 'post', postedOn: '2026-11-11', place: '村务公开栏' };

/** The steps up to a stage, each decided by whoever has to, on the days of the calendar. */
export async function upTo(
  stage: 'registered' | 'reviewed' | 'resolved' | 'posted' | 'filed',
  world: October,
  applicants = members,
): Promise<void> {
  const steps: [typeof stage, () => Promise<unknown>][] = [
    [
      'registered',
      async () => {
        for (const n of applicants) await world.apply(n);
        if (applicants.length < members.length) world.clock.set('2026-11-06T09:00:00+08:00');
        await world.decide(recorder, registration);
      },
    ],
    [
      'reviewed',
      async () => {
        await world.decide(reviewer, review);
        await world.decide(otherReviewer, ownLine(2));
      },
    ],
    [
      'resolved',
      async () => {
        world.clock.set('2026-11-10T20:00:00+08:00');
        await world.decide(recorder, carriedMeeting);
      },
    ],
    [
      'posted',
      async () => {
        world.clock.set('2026-11-11T09:00:00+08:00');
        await world.decide(recorder, posting);
      },
    ],
    [
      'filed',
      async () => {
        world.clock.set('2026-11-19T09:00:00+08:00');
        await world.decide(recorder, { kind: 'file' });
      },
    ],
  ];
  for (const [reached, step] of steps) {
    await step();
    if (reached === stage) return;
  }
}
