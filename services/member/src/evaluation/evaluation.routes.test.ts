import { describe, expect, it } from '@jest/globals';
import { aCaller, aGrant, aService } from '@jifen/test-kit';
import { aCalendarYear, keepCalendar } from '../member.fakes.ts';
import { countyDepartment, memberApp, plainMember, secretary, supervisor } from '../member-app.fakes.ts';

/** It is 25 October 2026. */
const quarters = { from: '2027-01', evaluation: 'quarter', merged: [['2027-01', '2027-02']], reason: '县委组织部通知', replaces: 0 };
const months = { from: '2027-04', evaluation: 'month', merged: [], reason: '改回按月', replaces: 1 };
const administrator = aCaller({ personId: 'person-5', grants: [aGrant({ role: 'system-administrator', organisation: '/qinghe' })] });

type App = Awaited<ReturnType<typeof memberApp>>;
type Caller = Parameters<App['as']>[0];

const put = async ({ http, as }: App, body: object, caller: Caller = countyDepartment) =>
  http
    .put('/evaluation')
    .set(await as(caller))
    .send(body);
const read = async ({ http, as }: App, caller: Caller) => http.get('/evaluation').set(await as(caller));

describe('PUT /evaluation', () => {
  it('settles how the county evaluates from a month on, with its audit record in the same write', async () => {
    const app = await memberApp();
    const entered = await put(app, quarters);
    const { replaces: _replaces, ...version } = quarters;
    expect([entered.status, entered.body]).toEqual([
      200,
      { version: 1, versions: [{ ...version, at: Date.parse('2026-10-25T01:00:00Z') }], earliest: '2026-11', mayEdit: true },
    ]);
    expect(app.stores.evaluations.pending()).toMatchObject([
      {
        type: 'audit',
        payload: {
          action: 'evaluation-entered',
          actor: 'person-9',
          target: 'evaluation',
          organisation: '/qinghe',
          details: { from: '2027-01', evaluation: 'quarter', reason: '县委组织部通知' },
        },
      },
    ]);
  });

  it('keeps what held before, and shows a later decision beside it', async () => {
    const app = await memberApp();
    await put(app, quarters);
    expect((await put(app, months)).body.versions.map(({ from }: { from: string }) => from)).toEqual(['2027-01', '2027-04']);
  });

  it('sent once more changes nothing, also after another day has come', async () => {
    const app = await memberApp();
    await put(app, quarters);
    const again = await put(app, quarters);
    expect([again.status, again.body.version, app.stores.evaluations.pending().length]).toEqual([200, 1, 1]);
  });

  it('of two officials who looked at the same version the second is told, and overwrites nothing', async () => {
    const app = await memberApp();
    const answers = [await put(app, quarters), await put(app, { ...months, from: '2027-02', replaces: 0 })];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [200, undefined],
      [409, 'evaluation-changed-meanwhile'],
    ]);
  });

  it('of two at the same moment lets one through', async () => {
    const app = await memberApp();
    const answers = await Promise.all([put(app, quarters), put(app, { ...months, replaces: 0 })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it.each([
    [409, 'evaluation-already-begun', { from: '2026-10', evaluation: 'month', merged: [] }],
    [422, 'not-the-first-of-a-quarter', { from: '2026-11', merged: [] }],
    [422, 'merged-across-quarters', { from: '2026-11', evaluation: 'month', merged: [['2027-03', '2027-04']] }],
  ])('is refused with %s %s', async (status, code, change) => {
    const app = await memberApp();
    const refused = await put(app, { ...quarters, ...change });
    expect([refused.status, refused.body.code]).toEqual([status, code]);
    expect(app.stores.evaluations.pending()).toEqual([]);
  });

  it.each([
    ['a member', plainMember],
    ['a secretary', secretary],
    ['a supervising committee', supervisor],
    ['a system administrator', administrator],
  ])('is not for %s', async (_who, caller) => {
    const app = await memberApp();
    const refused = await put(app, quarters, caller);
    expect([refused.status, refused.body.code]).toEqual([403, 'forbidden']);
    expect(await app.stores.evaluations.byIds(['county'])).toEqual([]);
    expect(app.audit.records).toMatchObject([{ action: 'evaluation-entered', result: 'refused' }]);
  });
});

describe('GET /evaluation', () => {
  it.each([
    ['a member', plainMember, false],
    ['a secretary', secretary, false],
    ['the county organisation department', countyDepartment, true],
  ])('is read by %s', async (_who, caller, mayEdit) => {
    const app = await memberApp();
    expect((await read(app, caller)).body).toEqual({ version: 0, versions: [], earliest: '2026-11', mayEdit });
  });

  it('is shown to nobody who holds no post, and to nobody unknown', async () => {
    const app = await memberApp();
    expect((await read(app, aCaller({ personId: 'person-6', grants: [] }))).status).toBe(403);
    expect((await app.http.get('/evaluation')).status).toBe(401);
  });
});

describe('deadlines of months that are evaluated together', () => {
  async function deadlinesOf(app: App, period: string, alone?: true) {
    const { body } = await app.http
      .post('/deadlines')
      .set(await app.as(aService('scoring')))
      .send({ kind: 'month', branchId: 'dongwan', period, ...(alone ? { alone } : {}) });
    return { joint: body.joint, days: body.deadlines.map(({ lastDay }: { lastDay: string }) => lastDay), meetingOn: body.meetingOn };
  }

  async function ofQuarters() {
    const app = await memberApp();
    await keepCalendar(app, aCalendarYear(2026), aCalendarYear(2027));
    await put(app, quarters);
    return app;
  }

  it('come with the closing month, whose meeting they share; merged months share all their days', async () => {
    const app = await ofQuarters();
    const joint = { closing: '2027-03', by: 'quarter', months: ['2027-01', '2027-02', '2027-03'] };
    const together = { joint, days: ['2027-03-10', '2027-03-11', '2027-03-15', '2027-04-30'], meetingOn: '2027-04-15' };
    expect(await deadlinesOf(app, '2027-01')).toEqual(together);
    expect(await deadlinesOf(app, '2027-02')).toEqual(together);
    expect(await deadlinesOf(app, '2027-03')).toEqual({ ...together, days: ['2027-04-12', '2027-04-13', '2027-04-15', '2027-04-30'] });
  });

  it('of a month before, and of one that is asked for alone, are its own', async () => {
    const app = await ofQuarters();
    expect(await deadlinesOf(app, '2026-12')).toMatchObject({ joint: undefined, meetingOn: '2027-01-15' });
    const alone = { joint: undefined, days: ['2027-02-10', '2027-02-11', '2027-02-15', '2027-02-28'], meetingOn: '2027-02-15' };
    expect(await deadlinesOf(app, '2027-01', true)).toEqual(alone);
  });

  it('of the meeting are extended in the closing month, for all of them', async () => {
    const app = await ofQuarters();
    const extend = async (period: string) =>
      app.http
        .put(`/branches/dongwan/extensions/${period}`)
        .set(await app.as(supervisor))
        .send({ step: 'meeting', lastDay: '2027-05-06', reason: '汛期值守' });
    const elsewhere = await extend('2027-02');
    expect([elsewhere.status, elsewhere.body]).toMatchObject([
      409,
      { code: 'extension-of-another-months-meeting', facts: { period: '2027-03' } },
    ]);
    expect((await extend('2027-03')).status).toBe(200);
    expect((await deadlinesOf(app, '2027-02')).days[3]).toBe('2027-05-06');
  });
});
