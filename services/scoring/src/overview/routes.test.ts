import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '@jifen/contracts';
import { aService, type TestApp, testApp } from '@jifen/test-kit';
import { aMemberCard } from '../cards/card.builders.ts';
import { member, recorder, secretary, stranger, superior } from '../decisions/october.builders.ts';
import { scoringRoutes } from '../routes.ts';
import { type ReadWorld, readWorld } from './reads.builders.ts';

let world: ReadWorld;
let app: TestApp;
beforeEach(async () => {
  world = await readWorld();
  app = await testApp(scoringRoutes(world.reads), { clock: world.clock });
});

async function send(method: 'get' | 'put' | 'post', path: string, caller?: typeof recorder, body?: object) {
  const request = app.http[method](path);
  if (caller) request.set(await app.identity.headersFor(caller as Caller));
  return body ? request.send(body) : request;
}
const application = '/branch-months/dongwan/2026-10/applications/member-5';
const aBody = (of: object = {}) => ({ actId: 'application-5', fulfilments: [{ pledgeId: 'pledge-5', state: 'done' }], rewards: [], ...of });

describe('PUT an application', () => {
  it('answers the act, and its audit record travels with the act', async () => {
    const answer = await send('put', application, member(5), aBody());
    expect([answer.status, answer.body]).toEqual([200, { actId: 'application-5', status: 'effective', at: world.clock.now() }]);
    const [audit] = world.acts.pendingOf('application-5');
    expect(audit?.payload).toMatchObject({
      action: 'application-submitted',
      actor: 'person-5',
      role: 'member',
      organisation: '/qinghe/lianhu/dongwan',
      target: 'dongwan/2026-10/member-5',
      result: 'done',
    });
  });

  it.each([
    ['nobody', undefined, 401, 'not-signed-in'],
    ['another member', member(6), 403, 'forbidden'],
    ['somebody of another branch', stranger, 404, 'not-found'],
  ] as const)('from %s is refused and leaves no act', async (_who, caller, status, code) => {
    const answer = await send('put', application, caller, aBody());
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(world.acts.all()).toEqual([]);
  });

  it('that is refused leaves an audit record of the refusal', async () => {
    await send('put', application, member(6), aBody());
    expect(app.audit.records).toMatchObject([
      { action: 'application-submitted', actor: 'person-6', result: 'refused', details: { code: 'forbidden' } },
    ]);
  });

  it.each([
    ['the reason of a late one', member(5), '2026-11-06T09:00:00+08:00', { lateReason: '外出务工' }, { lateReason: '外出务工' }],
    [
      'the day of the signed paper and who entered it',
      recorder,
      '2026-10-26T09:00:00+08:00',
      { onBehalf: { paperSignedOn: '2026-10-25' } },
      { paper: { signedOn: '2026-10-25', enteredBy: { role: 'recorder', name: '党员4' } } },
    ],
  ])('keeps %s, and branch-month, form and sheet show it', async (_what, caller, at, stated, shown) => {
    world.clock.set(at);
    await send('put', application, caller, aBody(stated));
    const month = await send('get', '/branch-months/dongwan/2026-10', secretary);
    const form = await send('get', application, member(5));
    const sheet = await send('get', '/sheets/member-5?year=2026', member(5));
    expect(month.body.rows.find((row: { memberId: string }) => row.memberId === 'member-5')).toMatchObject(shown);
    expect(form.body.submitted).toMatchObject(shown);
    expect(sheet.body.months[9]).toMatchObject(shown);
  });

  it('hides from the other members why one came late, and from what paper it was entered', async () => {
    world.clock.set('2026-11-06T09:00:00+08:00');
    await send('put', application, recorder, aBody({ lateReason: '外出务工', onBehalf: { paperSignedOn: '2026-10-25' } }));
    const seen = (await send('get', '/branch-months/dongwan/2026-10', member(6))).text;
    expect([seen.includes('外出务工'), seen.includes('2026-10-25')]).toEqual([false, false]);
  });

  it.each([
    ['an unknown field', aBody({ points: 600 })],
    ['an operator of the store', aBody({ lateReason: { $ne: '' } })],
    ['a day that does not exist', aBody({ onBehalf: { paperSignedOn: '2026-02-30' } })],
    ['no id', { fulfilments: [], rewards: [] }],
  ])('with %s is refused as a whole', async (_what, body) => {
    expect((await send('put', application, member(5), body)).status).toBe(400);
    expect(world.acts.all()).toEqual([]);
  });

  it.each([
    [{ fulfilments: [{ pledgeId: 'pledge-5', state: 'not-done' }] }, 422, 'sentence-required'],
    [{ fulfilments: [] }, 422, 'pledge-not-appraised'],
  ])('whose content breaks a rule (%j) answers %i %s', async (of, status, code) => {
    const answer = await send('put', application, member(5), aBody(of));
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('a second time answers the same; another one answers 409', async () => {
    const first = await send('put', application, member(5), aBody());
    expect((await send('put', application, member(5), aBody())).body).toEqual(first.body);
    const other = await send('put', application, member(5), aBody({ actId: 'another' }));
    expect([other.status, other.body.code, other.headers['content-type']]).toEqual([
      409,
      'already-applied',
      expect.stringContaining('application/problem+json'),
    ]);
  });
});

describe('withdrawing, and the form', () => {
  it('takes the application back, and the form is empty again', async () => {
    await send('put', application, member(5), aBody());
    expect((await send('get', application, member(5))).body).toMatchObject({ state: 'applied', submitted: { actId: 'application-5' } });
    const withdrawn = await send('post', `${application}/withdraw`, member(5), { actId: 'withdrawal-5' });
    expect([withdrawn.status, withdrawn.body]).toMatchObject([200, { actId: 'withdrawal-5', status: 'effective' }]);
    expect((await send('get', application, member(5))).body.submitted).toBeUndefined();
    const [audit] = world.acts.pendingOf('withdrawal-5');
    expect(audit?.payload).toMatchObject({ action: 'application-withdrawn', actor: 'person-5' });
  });

  it('answers 409 where there is nothing to withdraw', async () => {
    const answer = await send('post', `${application}/withdraw`, member(5), { actId: 'withdrawal-5' });
    expect([answer.status, answer.body.code]).toEqual([409, 'nothing-to-withdraw']);
  });
});

describe('confirming an entry on behalf', () => {
  const entered = () => send('put', application, recorder, aBody({ onBehalf: { paperSignedOn: '2026-10-26' } }));
  const confirmation = { actId: 'confirmation-5', applicationId: 'application-5' };
  const confirmed = (caller: typeof recorder | undefined, body: object = confirmation) =>
    send('post', `${application}/confirm`, caller, body);

  it('answers the act, and the form says so; its audit record travels with the act', async () => {
    await entered();
    const answer = await confirmed(member(5));
    expect([answer.status, answer.body]).toMatchObject([200, { actId: 'confirmation-5', status: 'effective' }]);
    const form = await send('get', application, member(5));
    expect(form.body).toMatchObject({ state: 'on-behalf', submitted: { confirmedAt: world.clock.now(), confirmable: false } });
    const [audit] = world.acts.pendingOf('confirmation-5');
    expect(audit?.payload).toMatchObject({ action: 'entry-confirmed', actor: 'person-5', target: 'dongwan/2026-10/member-5' });
  });

  it.each([
    ['nobody', undefined, 401, 'not-signed-in'],
    ['the recorder', recorder, 403, 'forbidden'],
    ['somebody of another branch', stranger, 404, 'not-found'],
  ] as const)('by %s is refused', async (_who, caller, status, code) => {
    await entered();
    const answer = await confirmed(caller);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('answers 409 where nothing was entered, and 400 without the entry that is meant', async () => {
    expect((await confirmed(member(5))).body.code).toBe('nothing-to-confirm');
    expect((await confirmed(member(5))).status).toBe(409);
    expect((await confirmed(member(5), { actId: 'confirmation-5' })).status).toBe(400);
  });
});

describe('what is read', () => {
  const month = '/branch-months/dongwan/2026-10';
  const outstanding = '/internal/outstanding?branchId=dongwan&round=1&step=application&level=0';
  it.each([
    ['the month', 200, 'its secretary', `${month}`, secretary],
    ['the month', 404, 'another branch', `${month}`, stranger],
    ['a month that cannot be', 400, 'its secretary', '/branch-months/dongwan/2026-13', secretary],
    ['the list', 200, 'the supervising committee', '/branch-months?pageSize=100', superior],
    ['too long a list', 400, 'the supervising committee', '/branch-months?pageSize=101', superior],
    ['an unknown filter', 400, 'the supervising committee', '/branch-months?branchId=dongwan', superior],
    ['a sheet', 200, 'its member', '/sheets/member-5?year=2026', member(5)],
    ['a sheet', 403, 'another member', '/sheets/member-5?year=2026', member(6)],
    ['a sheet', 404, 'another branch', '/sheets/member-5?year=2026', stranger],
    ['the sheet of the year we are in', 200, 'its member', '/sheets/member-5', member(5)],
    ['a sheet of an impossible year', 400, 'its member', '/sheets/member-5?year=1920', member(5)],
    ['to-dos', 200, 'a member', '/todos', member(5)],
    ['to-dos', 401, 'nobody', '/todos', undefined],
    ['who is outstanding', 200, 'notification', `${outstanding}&period=2026-10`, aService('notification')],
    ['who is outstanding', 403, 'a person', `${outstanding}&period=2026-10`, secretary],
    ['who is outstanding in a month that is not open', 404, 'notification', `${outstanding}&period=2026-09`, aService('notification')],
  ] as const)('%s answers %i to %s', async (_what, status, _who, path, caller) => {
    expect((await send('get', path, caller)).status).toBe(status);
  });

  it('is refused and recorded where somebody asks for another’s sheet', async () => {
    await send('get', '/sheets/member-5?year=2026', member(6));
    expect(app.audit.records).toMatchObject([{ actor: 'person-6', result: 'refused', target: '/sheets/member-5' }]);
  });
});

describe('what other services deliver', () => {
  const cards = { branches: [], members: [aMemberCard(9, { name: '新党员' })] };

  it('is kept from member, once, and recorded', async () => {
    expect((await send('put', '/internal/cards', aService('member'), cards)).status).toBe(204);
    expect((await send('put', '/internal/cards', aService('member'), cards)).status).toBe(204);
    expect((await world.reads.cards.member('member-9'))?.name).toBe('新党员');
    expect(app.audit.records).toMatchObject([{ action: 'cards-kept', service: 'member', details: { kept: 1 } }]);
  });

  it('is refused from anybody else', async () => {
    for (const caller of [secretary, aService('notification'), undefined]) {
      expect([401, 403]).toContain((await send('put', '/internal/cards', caller, cards)).status);
    }
    expect(await world.reads.cards.member('member-9')).toBeUndefined();
  });

  it('a year plan answers the lines that could not be adopted', async () => {
    const ceilings = [600, 600, 600, 600, 600, 600, 600, 600, 600, 600, 500, 500];
    const plan = { branchId: 'dongwan', year: 2027, policy: 'exact-70', ceilings, pledges: [] };
    const answer = await send('put', '/internal/year-plans', aService('seed'), plan);
    expect([answer.status, answer.body.adopted, answer.body.refused.length]).toEqual([200, 0, 8]);
    const refused = await send('put', '/internal/year-plans', aService('seed'), { ...plan, ceilings: ceilings.map(() => 600) });
    expect([refused.status, refused.body.code]).toEqual([422, 'ceilings-do-not-sum']);
    expect((await send('put', '/internal/year-plans', secretary, plan)).status).toBe(403);
  });
});
