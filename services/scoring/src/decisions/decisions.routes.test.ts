import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '@jifen/service-kit';
import { aService, type TestApp, testApp } from '@jifen/test-kit';
import { inBranch } from '../branch-months/branch-month.builders.ts';
import { objectionRoutes } from '../objections/objections.routes.ts';
import { openingRoutes } from '../opening/opening.routes.ts';
import { recordingRoutes } from '../recording/recording.routes.ts';
import { timingRoutes } from '../timing/timing.routes.ts';
import { decisionRoutes } from './decisions.routes.ts';
import { member, type October, october, otherReviewer, reviewer, stranger, superior, upTo } from './october.builders.ts';

let world: October;
let app: TestApp;
beforeEach(async () => {
  world = await october();
  await upTo('registered', world);
  const { deps, clock } = world;
  const routes = [
    ...openingRoutes(deps),
    ...timingRoutes(deps),
    ...decisionRoutes(deps),
    ...objectionRoutes(deps),
    ...recordingRoutes(deps),
  ];
  app = await testApp(routes, { clock });
});

const decisions = '/branch-months/dongwan/2026-10/decisions';

async function send(path: string, body: unknown, caller: Caller) {
  const token = await app.identity.tokenFor(caller);
  return app.http
    .post(path)
    .set('authorization', `Bearer ${token}`)
    .send(body as object);
}
async function see(path: string, caller: Caller) {
  return app.http.get(path).set('authorization', `Bearer ${await app.identity.tokenFor(caller)}`);
}
async function aReview(of: object = {}) {
  const { rosterHash } = await world.record();
  return { actId: 'review-one', round: 1, rosterHash, content: { kind: 'review', changes: [] }, ...of };
}

describe('POST /branch-months/:branchId/:period/decisions', () => {
  it('answers 200 when the decision is effective, and its audit record is in the act', async () => {
    const answer = await send(decisions, await aReview(), reviewer);
    expect([answer.status, answer.body]).toEqual([200, { actId: 'review-one', status: 'effective', at: world.clock.now() }]);
    expect(world.acts.pendingOf('review-one')[0]).toMatchObject({
      type: 'audit',
      payload: {
        action: 'decision-taken',
        actor: 'person-2',
        role: 'committee-member',
        target: 'dongwan/2026-10/1/review',
        result: 'done',
      },
    });
  });

  it.each(['unreachable', 'not-yet'] as const)('answers 202 when its process is %s', async (mood) => {
    world.processes.mood = mood;
    const answer = await send(decisions, await aReview(), reviewer);
    expect([answer.status, answer.body]).toEqual([202, { actId: 'review-one', status: 'pending', at: world.clock.now() }]);
  });

  it('answers 409 with the reason when it is refused after it was recorded', async () => {
    world.processes.mood = { refuses: 'stale-roster' };
    const answer = await send(decisions, await aReview(), reviewer);
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ code: 'stale-roster' });
  });

  it('answers 409 with who and when to the second of two', async () => {
    await send(decisions, await aReview(), reviewer);
    const second = await send(decisions, await aReview({ actId: 'review-two' }), otherReviewer);
    expect(second.status).toBe(409);
    expect(second.body).toMatchObject({
      code: 'decided-by-another',
      facts: { actId: 'review-one', by: 'member-2', at: world.clock.now() },
    });
  });

  it('answers 409 when the same id says something else', async () => {
    await send(decisions, await aReview(), reviewer);
    const other = await send(decisions, await aReview({ rosterHash: '0123456789abcdef' }), reviewer);
    expect([other.status, other.body.code]).toEqual([409, 'different-body']);
  });

  it('answers 422 to what the rules of a line refuse, 403 to whom the regulation keeps out, with an audit entry and no trace', async () => {
    const tooMuch = { memberId: 'member-7', deductions: [], task: 700, rewards: [], reason: '加分' };
    const refused = await send(decisions, await aReview({ content: { kind: 'review', changes: [tooMuch] } }), reviewer);
    expect([refused.status, refused.body.code]).toEqual([422, 'exceeds-ceiling']);
    const own = { ...tooMuch, memberId: 'member-2', task: 600 };
    const ownLine = await send(decisions, await aReview({ content: { kind: 'review', changes: [own] } }), reviewer);
    expect([ownLine.status, ownLine.body.code]).toEqual([403, 'own-line']);
    expect(await world.acts.find('review-one')).toBeUndefined();
    expect(app.audit.records.map(({ action, result, details }) => [action, result, details])).toEqual([
      ['decision-taken', 'refused', { code: 'exceeds-ceiling' }],
      ['decision-taken', 'refused', { code: 'own-line' }],
    ]);
  });

  it('answers 403 to a plain member, 404 to a foreign branch, for a month that is not open and for a year, 401 to nobody', async () => {
    expect((await send(decisions, await aReview(), member(7))).status).toBe(403);
    expect((await send(decisions, await aReview(), stranger)).status).toBe(404);
    expect((await send('/branch-months/dongwan/2026-09/decisions', await aReview(), reviewer)).status).toBe(404);
    expect((await send('/branch-months/dongwan/2026/decisions', await aReview(), reviewer)).status).toBe(404);
    expect((await app.http.post(decisions).send(await aReview())).status).toBe(401);
    expect((await send(decisions, await aReview(), aService('console'))).status).toBe(401);
  });

  it.each([
    ['an unknown field', { surprise: true }],
    ['an operator', { rosterHash: { $gt: '' } }],
    ['a round that is none', { round: 0 }],
    ['a kind that is none', { content: { kind: 'approve' } }],
    ['an impossible date', { content: { kind: 'post', postedOn: '2026-02-30', place: '公开栏' } }],
  ])('answers 400 to %s, and nothing is written', async (_name, of) => {
    expect((await send(decisions, await aReview(of), reviewer)).status).toBe(400);
    expect(await world.acts.find('review-one')).toBeUndefined();
  });

  it('answers 503 while nothing can be audited, and nothing is written', async () => {
    app.audit.standStillFor(61_000);
    expect((await send(decisions, await aReview(), reviewer)).status).toBe(503);
    expect(await world.acts.find('review-one')).toBeUndefined();
  });
});

describe('GET /branch-months/:branchId/:period/decisions/:actId', () => {
  beforeEach(async () => {
    world.processes.mood = { refuses: 'stale-roster' };
    await send(decisions, await aReview(), reviewer);
  });

  it('tells the decider what became of their decision', async () => {
    const answer = await see(`${decisions}/review-one`, reviewer);
    const refusal = { code: 'stale-roster', facts: {} };
    expect([answer.status, answer.body]).toEqual([200, { actId: 'review-one', status: 'refused', refusal, at: world.clock.now() }]);
  });

  it('is seen by the posts of the branch and above, not by a plain member, a stranger, or under another month', async () => {
    expect((await see(`${decisions}/review-one`, superior)).status).toBe(200);
    expect((await see(`${decisions}/review-one`, member(7))).status).toBe(403);
    expect((await see(`${decisions}/review-one`, stranger)).status).toBe(404);
    expect((await see('/branch-months/xiwan/2026-10/decisions/review-one', reviewer)).status).toBe(404);
  });
});

describe('POST /internal/acts/:actId/apply', () => {
  const worker = aService('branch-worker');

  it('answers the worker with the state after the effect, and repeats it', async () => {
    world.processes.mood = 'unreachable';
    await send(decisions, await aReview(), reviewer);
    const first = await send('/internal/acts/review-one/apply', {}, worker);
    expect([first.status, first.body.outcome, first.body.state.stage]).toEqual([200, 'effective', 'reviewing']);
    expect((await send('/internal/acts/review-one/apply', {}, worker)).body).toEqual(first.body);
  });

  it('is for workers only, and knows only acts that were recorded', async () => {
    expect((await send('/internal/acts/review-one/apply', {}, aService('console'))).status).toBe(403);
    expect((await send('/internal/acts/review-one/apply', {}, reviewer)).status).toBe(403);
    expect((await send('/internal/acts/unknown/apply', {}, worker)).status).toBe(404);
  });
});

describe('the internal routes of a month', () => {
  const reach = '/internal/branch-months/dongwan/2026-10/reach';

  it('reach answers the worker with the state, 409 when it is not due yet', async () => {
    const state = { stage: 'reviewing', round: 1 };
    expect((await send(reach, { step: 'application', round: 1 }, aService('branch-worker'))).body).toMatchObject({ state });
    expect((await send(reach, { step: 'application', round: 1 }, aService('member'))).status).toBe(403);
    expect((await send(reach, { step: 'lunch', round: 1 }, aService('branch-worker'))).status).toBe(400);
  });

  it("clock-changed and deadlines-changed are member's", async () => {
    const clock = { anchorReal: 1, anchorBusiness: 2, speed: 1 };
    expect((await send('/internal/clock-changed', { clock }, aService('member'))).status).toBe(204);
    expect((await send('/internal/deadlines-changed', { all: true }, aService('member'))).status).toBe(204);
    expect((await send('/internal/deadlines-changed', { branchId: 'dongwan' }, reviewer)).status).toBe(403);
    const announced = world.months.pendingOf('dongwan/2026-10').slice(-3);
    expect(announced.map(({ type }) => type)).toEqual(['clock-changed', 'audit', 'reschedule']);
  });

  it.each([
    ['stands still a moment before a reminder: nobody hears of it', 0, 3_000, 3_999, 0],
    ['stands still at a reminder: the processes of the month hear of it', 0, 3_999, 4_000, 1],
    ['stands still between a reminder and the deadline: they have heard already', 0, 4_000, 4_999, 0],
    ['stands still at the deadline of what only passes: they hear of it', 0, 4_000, 5_000, 1],
    ['runs: everybody hears of it', 1, 3_000, 3_999, 1],
  ] as const)('a moved clock that %s', async (_what, speed, from, anchorBusiness, told) => {
    await world.months.insert(inBranch('xiwan'), []);
    const message = { clock: { anchorReal: 7, anchorBusiness, speed }, from };
    await send('/internal/clock-changed', message, aService('member'));
    expect(world.months.pendingOf('xiwan/2026-10')).toHaveLength(told);
  });

  it('opening a month answers its summary; 403 to the branch itself', async () => {
    const opened = await send('/branch-months', { branchId: 'dongwan', period: '2026-09' }, superior);
    expect([opened.status, opened.body.stage]).toEqual([200, 'applying']);
    expect((await send('/branch-months', { branchId: 'dongwan', period: '2026-08' }, reviewer)).status).toBe(403);
  });
});

describe('POST /branch-months/:branchId/:period/objections', () => {
  const body = { actId: 'objection-one', round: 1, memberId: 'member-7', component: 'task', statement: '分值有误' };

  it('answers 409 before the list is posted, 404 to a stranger', async () => {
    expect((await send('/branch-months/dongwan/2026-10/objections', body, member(5))).status).toBe(409);
    expect((await send('/branch-months/dongwan/2026-10/objections', body, stranger)).status).toBe(404);
  });
});
