import { describe, expect, it } from '@jest/globals';
import { aCaller, aGrant, aService } from '@jifen/test-kit';
import { aCalendarYear, keepCalendar } from '../member.fakes.ts';
import { countyDepartment, memberApp, plainMember, secretary, supervisor } from '../member-app.fakes.ts';

const year = { year: 2027, holidays: ['2027-01-01'], makeUpDays: ['2027-01-09'] };
const entry = { ...year, confirmed: true, reason: '国务院办公厅通知', replaces: 0 };
const administrator = aCaller({ personId: 'person-5', grants: [aGrant({ role: 'system-administrator', organisation: '/qinghe' })] });

type App = Awaited<ReturnType<typeof memberApp>>;
type Caller = Parameters<App['as']>[0];

const put = async ({ http, as }: App, body: object, { caller = countyDepartment, path = '/calendar/2027' } = {}) =>
  http
    .put(path)
    .set(await as(caller))
    .send(body);
const sheet = async ({ http, as }: App, caller: Caller, of = 2027) => http.get(`/calendar/${of}/sheet`).set(await as(caller));
const todos = async ({ http, as }: App, caller: Caller) => (await http.get('/todos').set(await as(caller))).body.items;
const dayIn = (body: { days: { date: string }[] }, date: string) => body.days.find((day) => day.date === date);

describe('PUT /calendar/:year', () => {
  it("enters the county's holidays and has every open deadline computed again, in one write", async () => {
    const app = await memberApp();
    const entered = await put(app, entry);
    expect([entered.status, entered.body.version, entered.body.source]).toEqual([200, 1, 'entered']);
    expect((await app.http.get('/calendar/2027').set(await app.as(aService('scoring')))).body).toEqual(year);
    expect(app.stores.calendars.pending()).toMatchObject([
      {
        type: 'audit',
        payload: {
          action: 'calendar-entered',
          actor: 'person-9',
          target: 'calendar/2027',
          organisation: '/qinghe',
          details: { reason: '国务院办公厅通知', holidays: ['2027-01-01'], makeUpDays: ['2027-01-09'] },
        },
      },
      { type: 'deadlines-changed', payload: { all: true } },
    ]);
  });

  it('sent once more, also after its answer was lost, changes nothing and tells nobody', async () => {
    const app = await memberApp();
    await put(app, entry);
    const again = await put(app, entry);
    expect([again.status, again.body.version]).toEqual([200, 1]);
    expect(app.stores.calendars.pending()).toHaveLength(2);
  });

  it('of two officials who looked at the same version the second is told, and overwrites nothing', async () => {
    const app = await memberApp();
    await put(app, entry);
    const first = await put(app, { ...entry, holidays: ['2027-01-01', '2027-02-05'], replaces: 1 });
    const second = await put(app, { ...entry, holidays: ['2027-01-01', '2027-02-08'], replaces: 1 });
    expect([first.status, second.status, second.body.code, second.body.facts]).toEqual([
      200,
      409,
      'calendar-changed-meanwhile',
      { year: 2027 },
    ]);
    expect((await sheet(app, secretary)).body.version).toBe(2);
    expect(dayIn((await sheet(app, secretary)).body, '2027-02-05')).toMatchObject({ kind: 'holiday' });
  });

  it('of two at the same moment lets one through', async () => {
    const app = await memberApp();
    const answers = await Promise.all([put(app, entry), put(app, { ...entry, holidays: ['2027-01-01', '2027-02-08'] })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(app.stores.calendars.pending()).toHaveLength(2);
  });

  it('a version that is not there yet is no ground to stand on', async () => {
    const app = await memberApp();
    const answer = await put(app, { ...entry, replaces: 3 });
    expect([answer.status, answer.body.code]).toEqual([409, 'calendar-changed-meanwhile']);
  });

  it.each([
    ['a secretary', secretary],
    ['a supervising committee', supervisor],
    ['a member', plainMember],
    ['a system administrator', administrator],
  ])('is not for %s', async (_who, caller) => {
    const app = await memberApp();
    expect((await put(app, entry, { caller })).status).toBe(403);
    expect(await app.stores.calendars.byIds(['2027'])).toEqual([]);
    expect(app.audit.records).toMatchObject([{ action: 'calendar-entered', result: 'refused' }]);
  });

  it.each([
    ['a day that does not exist', { ...entry, holidays: ['2027-02-29'] }, 400, 'invalid-request'],
    ['no reason', { ...entry, reason: ' ' }, 400, 'invalid-request'],
    ['no version', { ...year, confirmed: true, reason: '通知' }, 400, 'invalid-request'],
    ['another year than the address names', { ...entry, year: 2028 }, 422, 'year-mismatch'],
    ['a day of another year', { ...entry, makeUpDays: ['2026-12-31'] }, 422, 'date-outside-year'],
    ['a day that is both', { ...entry, makeUpDays: ['2027-01-01'] }, 422, 'calendar-day-twice'],
  ])('refuses %s and writes nothing', async (_what, body, status, code) => {
    const app = await memberApp();
    const answer = await put(app, body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await app.stores.calendars.byIds(['2027'])).toEqual([]);
  });
});

describe('GET /calendar/:year/sheet', () => {
  it('shows what is entered, with the reason of the last change', async () => {
    const app = await memberApp();
    await put(app, entry);
    const { body } = await sheet(app, countyDepartment);
    expect(body).toMatchObject({
      version: 1,
      source: 'entered',
      confirmed: true,
      changed: { reason: '国务院办公厅通知' },
      mayEdit: true,
    });
    expect(['2027-01-01', '2027-01-02', '2027-01-04', '2027-01-09'].map((date) => dayIn(body, date))).toEqual([
      { date: '2027-01-01', kind: 'holiday', plain: 'working' },
      { date: '2027-01-02', kind: 'weekend', plain: 'weekend' },
      { date: '2027-01-04', kind: 'working', plain: 'working' },
      { date: '2027-01-09', kind: 'make-up', plain: 'weekend' },
    ]);
  });

  it('draws a missing year up from what was published', async () => {
    const app = await memberApp();
    const { body } = await sheet(app, countyDepartment, 2026);
    expect([body.version, body.source, body.confirmed]).toEqual([0, 'published', true]);
    expect(dayIn(body, '2026-10-10')).toEqual({ date: '2026-10-10', kind: 'make-up', plain: 'weekend' });
  });

  it('draws it up from weekends alone where nothing is published, says so, and keeps nothing', async () => {
    const app = await memberApp();
    const { body } = await sheet(app, countyDepartment, 2099);
    expect([body.version, body.source, body.confirmed]).toEqual([0, 'weekends-only', false]);
    expect(body.days.filter(({ kind }: { kind: string }) => kind !== 'working' && kind !== 'weekend')).toEqual([]);
    expect(await app.stores.calendars.byIds(['2099'])).toEqual([]);
  });

  it.each([
    ['a member', plainMember],
    ['a secretary', secretary],
    ['a supervising committee', supervisor],
    ['a system administrator', administrator],
  ])('is read by %s, who may not change it', async (_who, caller) => {
    const { status, body } = await sheet(await memberApp(), caller);
    expect([status, body.mayEdit]).toEqual([200, false]);
  });

  it('is shown to nobody who holds no post, and to nobody unknown', async () => {
    const app = await memberApp();
    const retired = { ...secretary, grants: [aGrant({ role: 'secretary', until: 1 })] };
    expect((await sheet(app, retired)).status).toBe(403);
    expect((await app.http.get('/calendar/2027/sheet')).status).toBe(401);
  });
});

describe('GET /todos', () => {
  const inNovember = async () => {
    const app = await memberApp();
    await keepCalendar(app, aCalendarYear(2026));
    app.clock.set('2026-11-01T00:00:00+08:00');
    return app;
  };

  it('is silent while next year’s calendar is not needed yet, and says so from the first of November on', async () => {
    const app = await inNovember();
    app.clock.set('2026-10-31T23:59:59+08:00');
    expect(await todos(app, countyDepartment)).toEqual([]);
    app.clock.set('2026-11-01T00:00:00+08:00');
    expect(await todos(app, countyDepartment)).toEqual([{ key: 'enter-calendar/2027', kind: 'enter-calendar', year: 2027 }]);
  });

  it('is done once the year is entered', async () => {
    const app = await inNovember();
    await put(app, entry);
    expect(await todos(app, countyDepartment)).toEqual([]);
  });

  it('asks to check what was entered before the holidays were published, until it is confirmed', async () => {
    const app = await inNovember();
    await put(app, { ...entry, confirmed: false });
    expect((await sheet(app, secretary)).body.confirmed).toBe(false);
    expect(await todos(app, countyDepartment)).toEqual([{ key: 'check-calendar/2027', kind: 'check-calendar', year: 2027 }]);
    await put(app, { ...entry, replaces: 1 });
    expect(await todos(app, countyDepartment)).toEqual([]);
  });

  it.each([
    ['a secretary', secretary],
    ['a supervising committee', supervisor],
  ])('asks nothing of %s', async (_who, caller) => {
    expect(await todos(await inNovember(), caller)).toEqual([]);
  });
});

describe('POST /deadlines', () => {
  it('answers the deadlines of a supplement that begins with its registration', async () => {
    const app = await memberApp();
    await put(app, { ...entry, makeUpDays: [] });
    const { http, as } = app;
    const request = { kind: 'supplement', branchId: 'dongwan', begunAt: Date.parse('2027-03-01T00:00:00+08:00'), begunWith: 'registering' };
    const ask = async (body: object) =>
      http
        .post('/deadlines')
        .set(await as(aService('scoring')))
        .send(body);
    const answer = await ask(request);
    expect([answer.status, answer.body.meetingOn]).toEqual([200, '2027-03-15']);
    expect(answer.body.deadlines.map(({ step, lastDay }: { step: string; lastDay: string }) => [step, lastDay])).toEqual([
      ['registration', '2027-03-03'],
      ['review', '2027-03-15'],
      ['meeting', '2027-03-31'],
    ]);
    expect((await ask({ ...request, begunWith: 'posting' })).status).toBe(400);
  });

  it('names the year whose holidays are missing', async () => {
    const { http, as } = await memberApp();
    const request = { kind: 'month', branchId: 'dongwan', period: '2026-09' };
    const answer = await http
      .post('/deadlines')
      .set(await as(aService('scoring')))
      .send(request);
    expect([answer.status, answer.body.code, answer.body.facts]).toEqual([409, 'calendar-missing', { year: 2026 }]);
  });

  it('is for scoring only', async () => {
    const { http, as } = await memberApp();
    const request = { kind: 'posting', decidedAt: 1 };
    expect(
      (
        await http
          .post('/deadlines')
          .set(await as(countyDepartment))
          .send(request)
      ).status,
    ).toBe(403);
  });
});
