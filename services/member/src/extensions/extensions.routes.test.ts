import { describe, expect, it } from '@jest/globals';
import type { Caller } from '@jifen/contracts';
import { aGrant, aService } from '@jifen/test-kit';
import { aCalendarYear, keepCalendar } from '../member.fakes.ts';
import { countyDepartment, memberApp, neighbour, plainMember, secretary, supervisor } from '../member-app.fakes.ts';

/** October: registration of dongwan, whose party day is the 15th, ends on 12 November; of a party day on the 1st the applications end on 28 October. */
const ofBranch = '/branches/dongwan/extensions/2026-10';
const ofAll = '/extensions/2026-10';
const foreignSupervisor: Caller = { ...supervisor, grants: [aGrant({ role: 'supervising-committee', organisation: '/qinghe/xianzhi' })] };
const given = { step: 'registration', lastDay: '2026-11-16', reason: '汛期值守' };

async function appOf2026() {
  const app = await memberApp();
  await keepCalendar(app, aCalendarYear(2026, { holidays: ['2026-11-19'], makeUpDays: ['2026-11-21'] }));
  const put = async (caller: Caller, path: string, body: object) =>
    app.http
      .put(path)
      .set(await app.as(caller))
      .send(body);
  return { ...app, put, kept: (id: string) => app.stores.extensions.byIds([id]) };
}

type App = Awaited<ReturnType<typeof appOf2026>>;

async function lastDaysOf({ http, as }: App, branchId = 'dongwan') {
  const asked = { kind: 'month', branchId, period: '2026-10' };
  const { body } = await http
    .post('/deadlines')
    .set(await as(aService('scoring')))
    .send(asked);
  return body.deadlines.map(({ lastDay }: { lastDay: string }) => lastDay);
}

describe('PUT /branches/:branchId/extensions/:period', () => {
  it.each([
    ['the supervising committee', supervisor, 'person-8'],
    ['the county organisation department', countyDepartment, 'person-9'],
  ])('lets %s extend a step, with its audit record and the news for scoring in the same write', async (_who, caller, actor) => {
    const app = await appOf2026();
    const answer = await app.put(caller, ofBranch, given);
    expect([answer.status, answer.body]).toEqual([200, { extensions: [given] }]);
    expect(app.stores.extensions.pending()).toMatchObject([
      {
        type: 'audit',
        payload: {
          action: 'deadline-extended',
          actor,
          target: 'branch/dongwan',
          organisation: '/qinghe/lianhu/dongwan',
          details: { period: '2026-10', step: 'registration', lastDay: '2026-11-16', reason: '汛期值守' },
        },
      },
      { type: 'deadlines-changed', payload: { branchId: 'dongwan' } },
    ]);
    expect(await lastDaysOf(app)).toEqual(['2026-11-11', '2026-11-16', '2026-11-16', '2026-11-30']);
  });

  it('changes nothing and tells nobody when the same day is given again, also for another reason', async () => {
    const app = await appOf2026();
    await app.put(supervisor, ofBranch, given);
    for (const again of [given, { ...given, reason: '另一个理由' }]) {
      const answer = await app.put(countyDepartment, ofBranch, again);
      expect([answer.status, answer.body]).toEqual([200, { extensions: [given] }]);
    }
    expect(await app.kept('2026-10/dongwan')).toEqual([{ id: '2026-10/dongwan', version: 1, value: { extensions: [given] } }]);
    expect(app.stores.extensions.pending()).toHaveLength(2);
  });

  it('answers the same again once its day has passed, as it was answered then', async () => {
    const app = await appOf2026();
    await app.put(supervisor, ofBranch, given);
    app.clock.set('2026-11-17T00:00:00+08:00');
    expect((await app.put(supervisor, ofBranch, given)).status).toBe(200);
  });

  it('keeps every extension in its order, and the latest of a step counts', async () => {
    const app = await appOf2026();
    const further = { ...given, lastDay: '2026-11-17' };
    const review = { step: 'review', lastDay: '2026-11-18', reason: '书记外出学习' };
    await app.put(supervisor, ofBranch, given);
    await app.put(supervisor, ofBranch, further);
    const { body } = await app.put(supervisor, ofBranch, review);
    expect(body).toEqual({ extensions: [given, further, review] });
    expect(await lastDaysOf(app)).toEqual(['2026-11-11', '2026-11-17', '2026-11-18', '2026-11-30']);
  });

  it('of two at the same time loses neither', async () => {
    const app = await appOf2026();
    const review = { step: 'review', lastDay: '2026-11-18', reason: '书记外出学习' };
    await Promise.all([app.put(supervisor, ofBranch, given), app.put(countyDepartment, ofBranch, review)]);
    expect(await lastDaysOf(app)).toEqual(['2026-11-11', '2026-11-16', '2026-11-18', '2026-11-30']);
    expect(app.stores.extensions.pending()).toHaveLength(4);
  });

  it.each([
    ['the secretary of the branch', secretary, '/branches/dongwan/extensions/2026-10', 403, 'forbidden'],
    ['a member of the branch', plainMember, '/branches/dongwan/extensions/2026-10', 403, 'forbidden'],
    ['the committee over other branches', foreignSupervisor, '/branches/dongwan/extensions/2026-10', 404, 'unknown-branch'],
    ['a neighbour', neighbour, '/branches/dongwan/extensions/2026-10', 403, 'forbidden'],
    ['a superior for a branch that nobody knows', supervisor, '/branches/nowhere/extensions/2026-10', 404, 'unknown-branch'],
    ['a superior for a year, which has no deadlines yet', supervisor, '/branches/dongwan/extensions/2026', 404, 'not-a-period'],
    ['a superior for what is no branch', supervisor, '/branches/lianhu/extensions/2026-10', 404, 'unknown-branch'],
  ] as const)('refuses %s and keeps nothing', async (_who, caller, path, status, code) => {
    const app = await appOf2026();
    const answer = await app.put(caller, path, given);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(app.stores.extensions.find(() => true)).toEqual([]);
    expect(app.audit.records).toMatchObject([{ action: 'deadline-extended', result: 'refused' }]);
  });

  it('is not for a service, nor for somebody who is not signed in', async () => {
    const app = await appOf2026();
    expect((await app.put(aService('scoring'), ofBranch, given)).status).toBe(401);
    expect((await app.http.put(ofBranch).send(given)).status).toBe(401);
  });

  it.each([
    ['the day before the one that stands', { ...given, lastDay: '2026-11-11' }, 409, 'extension-not-later'],
    ['the day that stands', { ...given, lastDay: '2026-11-12' }, 409, 'extension-not-later'],
    ['the day after it', { ...given, lastDay: '2026-11-13' }, 200, undefined],
    ['a Saturday', { ...given, lastDay: '2026-11-14' }, 409, 'extension-not-a-working-day'],
    ['a holiday', { ...given, lastDay: '2026-11-19' }, 409, 'extension-not-a-working-day'],
    ['a Saturday that is worked', { ...given, lastDay: '2026-11-21' }, 200, undefined],
    ['the last day whose reminders end within the calendar', { ...given, lastDay: '2026-12-17' }, 200, undefined],
    ['a day whose reminders need the calendar of a year to come', { ...given, lastDay: '2026-12-18' }, 409, 'calendar-missing'],
    ['a day of a year without calendar', { ...given, lastDay: '2028-11-16' }, 409, 'calendar-missing'],
  ])('answers to %s as the calendar says', async (_what, body, status, code) => {
    const app = await appOf2026();
    const answer = await app.put(supervisor, ofBranch, body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(app.stores.extensions.pending()).toHaveLength(code === undefined ? 2 : 0);
  });

  it('names the day that stands', async () => {
    const app = await appOf2026();
    const { body } = await app.put(supervisor, ofBranch, { ...given, lastDay: '2026-11-11' });
    expect(body.facts).toEqual({ step: 'registration', lastDay: '2026-11-12' });
  });

  it('may end today, not yesterday, also where the step is overdue', async () => {
    const app = await appOf2026();
    app.clock.set('2026-11-17T00:00:00+08:00');
    const yesterday = await app.put(supervisor, ofBranch, given);
    expect([yesterday.status, yesterday.body.code, yesterday.body.facts]).toEqual([
      409,
      'extension-past',
      { lastDay: '2026-11-16', today: '2026-11-17' },
    ]);
    expect((await app.put(supervisor, ofBranch, { ...given, lastDay: '2026-11-17' })).status).toBe(200);
  });

  it.each([
    ['an unknown field', ofBranch, { ...given, by: 'person-1' }],
    ['a step that only passes', ofBranch, { ...given, step: 'publicity' }],
    ['a day that does not exist', ofBranch, { ...given, lastDay: '2026-11-31' }],
    ['no reason', ofBranch, { step: 'registration', lastDay: '2026-11-16' }],
    ['a reason of blanks', ofBranch, { ...given, reason: '  ' }],
    ['a reason of 201 characters', ofBranch, { ...given, reason: '汛'.repeat(201) }],
    ['a month that does not exist', '/branches/dongwan/extensions/2026-13', given],
  ])('refuses %s and keeps nothing', async (_what, path, body) => {
    const app = await appOf2026();
    expect((await app.put(supervisor, path, body)).status).toBe(400);
    expect(app.stores.extensions.find(() => true)).toEqual([]);
  });

  it.each(['汛', '汛'.repeat(200)])('takes a reason of one character and of two hundred', async (reason) => {
    const app = await appOf2026();
    expect((await app.put(supervisor, ofBranch, { ...given, reason })).status).toBe(200);
  });
});

describe('PUT /extensions/:period', () => {
  it('lets the county organisation department extend a step in every branch', async () => {
    const app = await appOf2026();
    const answer = await app.put(countyDepartment, ofAll, given);
    expect([answer.status, answer.body]).toEqual([200, { extensions: [given] }]);
    expect(app.stores.extensions.pending()).toMatchObject([
      {
        type: 'audit',
        payload: { action: 'deadline-extended', actor: 'person-9', target: 'extensions/2026-10', organisation: '/qinghe', details: given },
      },
      { type: 'deadlines-changed', payload: { all: true } },
    ]);
    expect(await lastDaysOf(app)).toEqual(['2026-11-11', '2026-11-16', '2026-11-16', '2026-11-30']);
  });

  it.each([
    ['a supervising committee', supervisor],
    ['a secretary', secretary],
    ['a member', plainMember],
  ])('is not for %s', async (_who, caller) => {
    const app = await appOf2026();
    const answer = await app.put(caller, ofAll, given);
    expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
    expect(app.stores.extensions.find(() => true)).toEqual([]);
    expect(app.audit.records).toMatchObject([{ action: 'deadline-extended', result: 'refused' }]);
  });

  it('changes nothing and tells nobody when the same is given again', async () => {
    const app = await appOf2026();
    await app.put(countyDepartment, ofAll, given);
    expect((await app.put(countyDepartment, ofAll, given)).status).toBe(200);
    expect(await app.kept('2026-10')).toMatchObject([{ version: 1 }]);
    expect(app.stores.extensions.pending()).toHaveLength(2);
  });

  it.each([
    ['a day on which nobody is due any more', '2026-10-28', 409, 'extension-not-later'],
    ['the first day that is later for anybody', '2026-10-29', 200, undefined],
    ['a Sunday', '2026-11-01', 409, 'extension-not-a-working-day'],
    ['a day that has passed', '2026-10-23', 409, 'extension-past'],
  ])('answers to %s as the calendar says', async (_what, lastDay, status, code) => {
    const app = await appOf2026();
    const answer = await app.put(countyDepartment, ofAll, { ...given, step: 'application', lastDay });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(app.stores.extensions.pending()).toHaveLength(code === undefined ? 2 : 0);
  });

  it('is measured by what was given to all before, and a branch by what was given to all', async () => {
    const app = await appOf2026();
    await app.put(countyDepartment, ofAll, { ...given, lastDay: '2026-11-17' });
    for (const [caller, path] of [
      [countyDepartment, ofAll],
      [supervisor, ofBranch],
    ] as const) {
      const answer = await app.put(caller, path, { ...given, lastDay: '2026-11-16' });
      expect([answer.body.code, answer.body.facts]).toEqual(['extension-not-later', { step: 'registration', lastDay: '2026-11-17' }]);
    }
    expect((await app.put(supervisor, ofBranch, { ...given, lastDay: '2026-11-18' })).status).toBe(200);
    expect(await lastDaysOf(app)).toEqual(['2026-11-11', '2026-11-18', '2026-11-18', '2026-11-30']);
  });
});
