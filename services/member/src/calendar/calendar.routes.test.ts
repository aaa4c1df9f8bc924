import { describe, expect, it } from '@jest/globals';
import { aService } from '@jifen/test-kit';
import { countyDepartment, memberApp, secretary, supervisor } from '../member-app.fakes.ts';

const year = { year: 2027, holidays: ['2027-01-01'], makeUpDays: [] };

describe('PUT /calendar/:year', () => {
  it("enters the county's holidays and has every open deadline computed again", async () => {
    const { http, as, stores } = await memberApp();
    const entered = await http
      .put('/calendar/2027')
      .set(await as(countyDepartment))
      .send(year);
    expect(entered.status).toBe(200);
    expect((await http.get('/calendar/2027').set(await as(aService('scoring')))).body).toEqual(year);
    expect(stores.calendars.pending()).toMatchObject([
      { type: 'audit', payload: { action: 'calendar-entered', target: 'calendar/2027' } },
      { type: 'deadlines-changed', payload: { all: true } },
    ]);
  });

  it.each([
    ['a secretary', secretary],
    ['a supervising committee', supervisor],
  ])('is not for %s', async (_who, caller) => {
    const { http, as, stores } = await memberApp();
    expect(
      (
        await http
          .put('/calendar/2027')
          .set(await as(caller))
          .send(year)
      ).status,
    ).toBe(403);
    expect(await stores.calendars.byIds(['2027'])).toEqual([]);
  });

  it.each([
    ['a day that does not exist', { ...year, holidays: ['2027-02-29'] }, 400, 'invalid-request'],
    ['another year than the address names', { ...year, year: 2028 }, 422, 'year-mismatch'],
    ['a day of another year', { ...year, makeUpDays: ['2026-12-31'] }, 422, 'date-outside-year'],
  ])('refuses %s and writes nothing', async (_what, body, status, code) => {
    const { http, as, stores } = await memberApp();
    const answer = await http
      .put('/calendar/2027')
      .set(await as(countyDepartment))
      .send(body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await stores.calendars.byIds(['2027'])).toEqual([]);
  });
});

describe('POST /deadlines', () => {
  it('answers the deadlines of a supplement that begins with its registration', async () => {
    const { http, as } = await memberApp();
    await http
      .put('/calendar/2027')
      .set(await as(countyDepartment))
      .send(year);
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
