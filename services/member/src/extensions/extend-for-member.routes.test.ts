import { describe, expect, it } from '@jest/globals';
import type { Caller } from '@jifen/contracts';
import { aService } from '@jifen/test-kit';
import { aCalendarYear, keepCalendar } from '../member.fakes.ts';
import { memberApp, neighbour, plainMember, secretary, supervisor } from '../member-app.fakes.ts';

/** October of dongwan: applications end on 11 November, the registration on the 12th. */
const path = '/branches/dongwan/extensions/2026-10/members/member-2';
const given = { lastDay: '2026-11-12', reason: '外出照顾病人' };

async function appOf2026() {
  const app = await memberApp();
  await keepCalendar(app, aCalendarYear(2026, {}));
  const put = async (caller: Caller, body: object = given, to = path) =>
    app.http
      .put(to)
      .set(await app.as(caller))
      .send(body);
  return { ...app, put };
}

type App = Awaited<ReturnType<typeof appOf2026>>;

async function monthOf({ http, as }: App) {
  const asked = { kind: 'month', branchId: 'dongwan', period: '2026-10' };
  const { body } = await http
    .post('/deadlines')
    .set(await as(aService('scoring')))
    .send(asked);
  return body;
}

describe('PUT /branches/:branchId/extensions/:period/members/:memberId (个别延期)', () => {
  it('gives one member more time to apply, with its audit record and the news for scoring in the same write', async () => {
    const app = await appOf2026();
    const answer = await app.put(secretary);
    expect([answer.status, answer.body]).toEqual([200, { extensions: [given] }]);
    expect(app.stores.extensions.pending()).toMatchObject([
      {
        type: 'audit',
        payload: {
          action: 'deadline-extended-for-member',
          actor: 'person-1',
          target: 'member/member-2',
          organisation: '/qinghe/lianhu/dongwan',
          details: { period: '2026-10', ...given },
        },
      },
      { type: 'deadlines-changed', payload: { branchId: 'dongwan' } },
    ]);
  });

  it('moves nobody else’s deadline, and is answered with one reminder on its morning', async () => {
    const app = await appOf2026();
    const before = await monthOf(app);
    await app.put(secretary);
    const { members, ...month } = await monthOf(app);
    expect(month).toEqual(before);
    const reminder = { at: Date.parse('2026-11-12T09:00:00+08:00'), n: 1, level: 0 };
    const dueAt = Date.parse('2026-11-13T00:00:00+08:00');
    expect(members).toEqual([{ memberId: 'member-2', step: 'application', dueAt, lastDay: '2026-11-12', reminders: [reminder] }]);
  });

  it('changes nothing and tells nobody when the same day is given again', async () => {
    const app = await appOf2026();
    await app.put(secretary);
    const answer = await app.put(secretary, { ...given, reason: '另一个理由' });
    expect([answer.status, answer.body]).toEqual([200, { extensions: [given] }]);
    expect(app.stores.extensions.pending()).toHaveLength(2);
  });

  it('says nothing more once all have as much time', async () => {
    const app = await appOf2026();
    await app.put(secretary);
    await app.put(supervisor, { step: 'application', lastDay: '2026-11-12', reason: '汛期值守' }, '/branches/dongwan/extensions/2026-10');
    expect((await monthOf(app)).members).toBeUndefined();
  });

  it('stays when the branch is extended, and ends with its registration at the latest', async () => {
    const app = await appOf2026();
    await app.put(secretary);
    await app.put(supervisor, { step: 'registration', lastDay: '2026-11-16', reason: '汛期值守' }, '/branches/dongwan/extensions/2026-10');
    expect((await app.put(secretary, { ...given, lastDay: '2026-11-16' })).body).toEqual({
      extensions: [given, { ...given, lastDay: '2026-11-16' }],
    });
    expect((await monthOf(app)).members).toMatchObject([{ lastDay: '2026-11-16' }]);
  });

  it.each([
    ['the day that stands', '2026-11-11', 'extension-not-later', { step: 'application', lastDay: '2026-11-11' }],
    ['a day after the registration', '2026-11-13', 'extension-after-registration', { lastDay: '2026-11-12' }],
    ['a Saturday', '2026-11-14', 'extension-not-a-working-day', { lastDay: '2026-11-14' }],
    ['a day that has passed', '2026-10-23', 'extension-past', { lastDay: '2026-10-23', today: '2026-10-25' }],
  ])('refuses %s', async (_what, lastDay, code, facts) => {
    const app = await appOf2026();
    const answer = await app.put(secretary, { ...given, lastDay });
    expect([answer.status, answer.body.code, answer.body.facts]).toEqual([409, code, facts]);
    expect(app.stores.extensions.find(() => true)).toEqual([]);
  });

  it.each([
    ['the member', plainMember, 403, 'forbidden'],
    ['the supervising committee', supervisor, 403, 'forbidden'],
    ['the secretary of another branch', neighbour, 404, 'unknown-branch'],
  ])('is not given by %s', async (_who, caller, status, code) => {
    const app = await appOf2026();
    const answer = await app.put(caller);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(app.audit.records).toMatchObject([{ action: 'deadline-extended-for-member', result: 'refused' }]);
  });

  it('is not given to whoever is no member of the branch', async () => {
    const app = await appOf2026();
    const answer = await app.put(secretary, given, '/branches/dongwan/extensions/2026-10/members/member-9');
    expect([answer.status, answer.body.code]).toEqual([404, 'unknown-member']);
  });
});

describe('POST /deadlines for what a member waits for', () => {
  it.each([
    ['entry-confirmation', ['2026-11-11', '2026-11-16']],
    ['waiting-line', ['2026-11-13']],
  ])('%s is told by working days', async (step, days) => {
    const app = await appOf2026();
    const since = Date.parse('2026-11-06T15:00:00+08:00');
    const { body } = await app.http
      .post('/deadlines')
      .set(await app.as(aService('scoring')))
      .send({ kind: 'member-wait', step, memberId: 'member-2', since });
    const reminders = days.map((day, index) => ({ at: Date.parse(`${day}T09:00:00+08:00`), n: index + 1, level: index }));
    expect(body).toEqual({ deadlines: [], members: [{ memberId: 'member-2', step, since, reminders }] });
  });
});
