import type { BranchMonthView, MeAnswer } from '@jifen/contracts';
import { createLogger, createReadiness, type Profile, problem } from '@jifen/service-kit';
import { type FixedClock, fixedClock } from '@jifen/test-kit';
import supertest from 'supertest';
import { buildConsoleApp } from './app.ts';
import { aReport, fakeParts } from './screens/operations.fakes.ts';
import { fairShare, type Share } from './sessions/fair-share.ts';
import { fakeSessionStore } from './sessions/session.store.fake.ts';
import { createSessions, type SessionTimes } from './sessions/sessions.ts';
import type { SignIn } from './sessions/sign-in.ts';
import type { OperatedParts } from './upstream/operated-parts.ts';
import { type FakeUpstream, fakeUpstream } from './upstream/upstream.fake.ts';

const origin = 'http://127.0.0.1:8080';
export const fromOurPage = { origin, 'x-jifen': '1' };
const times: SessionTimes = { staff: { idleMinutes: 15, longestMinutes: 480 }, member: { idleMinutes: 30, longestMinutes: 720 } };

const untilLater = Date.parse('2099-12-31T00:00:00Z');

export function aMe(role: MeAnswer['posts'][number]['role'] = 'secretary'): MeAnswer {
  const post = { personId: 'person-1', organisation: '/qinghe/lianhu/dongwan', deputy: false, from: 0, until: untilLater };
  return { personId: 'person-1', memberId: 'member-1', name: '张三', posts: [{ ...post, role, organisationName: '东湾村党支部' }] };
}

export function aMonth(overrides: Partial<BranchMonthView> = {}): BranchMonthView {
  return {
    branchId: 'dongwan',
    branchName: '东湾村党支部',
    organisation: '/qinghe/lianhu/dongwan',
    committeeName: '莲湖镇党委',
    period: '2026-10',
    sector: 'village-community',
    stage: 'reviewing',
    round: 1,
    rosterHash: 'a'.repeat(32),
    ceiling: 600,
    items: { deductions: [], rewards: [] },
    hasCommittee: true,
    reviewers: [],
    openBefore: [],
    deadlines: [{ mark: 5, step: 'review', dueAt: Date.parse('2026-11-21T00:00:00+08:00'), lastDay: '2026-11-20' }],
    next: { mark: 5, step: 'review', lastDay: '2026-11-20', reminds: true },
    waitingFor: [],
    counters: { due: 0, applied: 0, onBehalf: 0, late: 0, absent: 0, objections: 0, heldBack: 0 },
    rows: [],
    meeting: { attempt: 0, dueToAttend: 9, withVote: 9, neededPresent: 5, neededInFavour: 5, held: [] },
    publications: [],
    objections: [],
    objectionsTo: { name: '李四', telephone: '0917-0000000' },
    acts: [],
    allowed: [],
    ...overrides,
  };
}

export type TestConsole = {
  http: ReturnType<typeof supertest>;
  clock: FixedClock;
  store: ReturnType<typeof fakeSessionStore>;
  member: FakeUpstream;
  scoring: FakeUpstream;
  notification: FakeUpstream;
  /** Signs in and gives the cookie for the next requests. */
  signIn(presented?: string, signInName?: string): Promise<string>;
};

const personIds: Readonly<Record<string, string>> = { 'zhang.san': 'person-1', 'li.si': 'person-2' };
const knownToMember: SignIn = async ({ signInName, password }) =>
  password === 'right'
    ? { ok: true, personId: personIds[signInName] ?? signInName }
    : { ok: false, refused: problem({ status: 401, code: 'wrong-credentials' }) };

const plenty: Share = { requests: 1000, seconds: 60 };

type TestConsoleOptions = { profile?: Profile; me?: MeAnswer; share?: Share; parts?: OperatedParts };

export function testConsole({ profile = 'demo', me = aMe(), share = plenty, parts = fakeParts() }: TestConsoleOptions = {}): TestConsole {
  const clock = fixedClock();
  const store = fakeSessionStore();
  const [member, scoring, notification] = [fakeUpstream({ 'GET /me': { value: me } }), fakeUpstream(), fakeUpstream()];
  const sessions = createSessions({ store, secret: 'of this test', times, now: clock.now });
  const app = buildConsoleApp(
    {
      upstreams: { member, scoring, notification },
      sessions,
      signIn: knownToMember,
      profile,
      times,
      origins: [origin],
      share: fairShare(share),
      operations: { parts, own: async () => aReport().process, realNow: clock.now, timeoutMs: 30 },
    },
    { ready: createReadiness([]), logger: createLogger('console', 'silent'), now: clock.now },
  );
  const http = supertest(app);
  const signIn = async (presented = '', signInName = 'zhang.san') => {
    const answer = await http
      .post('/api/session')
      .set({ ...fromOurPage, cookie: presented })
      .send({ signInName, password: 'right' });
    return String(answer.headers['set-cookie']).split(';')[0] ?? '';
  };
  return { http, clock, store, member, scoring, notification, signIn };
}
