import { describe, expect, it } from '@jest/globals';
import { aCaller, aGrant, aService } from '@jifen/test-kit';
import { notificationApp } from './notification-app.fakes.ts';
import { aMessage, anAnswer, aReminder } from './testing.ts';

const organisation = '/qinghe/lianhu/dongwan';
const notice = {
  key: 'posted/dongwan/2026-10/1',
  template: 'list-posted',
  organisation,
  branchId: 'dongwan',
  period: '2026-10',
  round: 1,
  recipients: ['p-li', 'p-wang'],
  facts: { branchName: '东湾村党支部', lastDay: '2026-11-20' },
  mail: true,
};
const where = { organisation, branchId: 'dongwan', period: '2026-10' };

describe('notices', () => {
  it('are one message for each recipient, and the same key again adds none', async () => {
    const { http, as, messages } = await notificationApp();
    const headers = await as(aService('scoring'));
    expect((await http.post('/internal/notices').set(headers).send(notice)).body).toEqual({ accepted: 2, repeated: 0 });
    expect((await http.post('/internal/notices').set(headers).send(notice)).body).toEqual({ accepted: 0, repeated: 2 });
    expect((await messages.inbox({ recipient: 'p-li', limit: 9 })).items).toHaveLength(1);
  });

  it('are taken from services only, and a refusal leaves an audit entry and no message', async () => {
    const { http, as, messages, audit } = await notificationApp();
    const answer = await http
      .post('/internal/notices')
      .set(await as(aCaller()))
      .send(notice);
    expect(answer.status).toBe(403);
    expect(audit.records).toMatchObject([{ action: 'notice-recorded', result: 'refused' }]);
    expect((await messages.inbox({ recipient: 'p-li', limit: 9 })).items).toEqual([]);
  });

  it.each([
    ['an unknown field', { ...notice, extra: 1 }],
    ['an operator in the facts', { ...notice, facts: { $gt: 1 } }],
    ['an impossible month', { ...notice, period: '2026-13' }],
    ['a foreign template', { ...notice, template: 'advertisement' }],
  ])('with %s are refused and nothing is written', async (_name, body) => {
    const { http, as, messages } = await notificationApp();
    const answer = await http
      .post('/internal/notices')
      .set(await as(aService('scoring')))
      .send(body);
    expect(answer.status).toBe(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect((await messages.inbox({ recipient: 'p-li', limit: 9 })).items).toEqual([]);
  });
});

describe('reminders', () => {
  const reminder = { branchId: 'dongwan', period: '2026-10', round: 1, step: 'review', n: 1, level: 0 };

  it('are recorded once however often the process asks', async () => {
    const { http, as, reminders } = await notificationApp();
    const headers = await as(aService('branch-worker'));
    expect((await http.post('/internal/reminders').set(headers).send(reminder)).body).toEqual({ accepted: 1, repeated: 0 });
    expect((await http.post('/internal/reminders').set(headers).send(reminder)).body).toEqual({ accepted: 0, repeated: 1 });
    expect(reminders.all).toHaveLength(1);
  });

  it('of the second round are recorded beside those of the first', async () => {
    const { http, as, reminders } = await notificationApp();
    const headers = await as(aService('branch-worker'));
    await http.post('/internal/reminders').set(headers).send(reminder);
    await http
      .post('/internal/reminders')
      .set(headers)
      .send({ ...reminder, round: 2 });
    expect(reminders.all).toHaveLength(2);
  });
});

describe('the inbox', () => {
  it('shows a person their own messages only', async () => {
    const { http, as, messages } = await notificationApp(anAnswer({ people: [{ personId: 'person-1', reason: 'has-to-act' }] }));
    await messages.addAll([aMessage({ recipient: 'person-1' }), aMessage({ recipient: 'person-2' })]);
    const answer = await http.get('/inbox').set(await as(aCaller({ personId: 'person-1' })));
    expect(answer.body).toMatchObject({ unread: 1, items: [{ template: 'reminder', branchId: 'dongwan' }] });
  });

  it('lets nobody mark the message of another as read', async () => {
    const { http, as, messages } = await notificationApp();
    const message = aMessage({ recipient: 'person-2' });
    await messages.addAll([message]);
    const answer = await http
      .post(`/inbox/${message.id}/read`)
      .set(await as(aCaller({ personId: 'person-1' })))
      .send({});
    expect(answer.status).toBe(404);
    expect((await messages.find(message.id))?.readAt).toBeUndefined();
  });

  it('keeps the time of the first reading', async () => {
    const { http, as, messages, clock } = await notificationApp();
    const message = aMessage({ recipient: 'person-1' });
    await messages.addAll([message]);
    const headers = await as(aCaller({ personId: 'person-1' }));
    const first = clock.now();
    expect((await http.post(`/inbox/${message.id}/read`).set(headers).send({})).status).toBe(204);
    expect((await http.post(`/inbox/${message.id}/read`).set(headers).send({})).status).toBe(204);
    expect((await messages.find(message.id))?.readAt).toBe(first);
  });
});

describe('all messages at once', () => {
  it('are marked as read up to an instant: their own, those before keep the time of their first reading', async () => {
    const { http, as, messages, audit, clock } = await notificationApp();
    const mine = (key: string, at: number, change = {}) => aMessage({ key, recipient: 'person-1', at, ...change });
    const foreign = aMessage({ recipient: 'person-2', at: 1 });
    await messages.addAll([mine('old', 1), mine('read', 2, { readAt: 3 }), mine('edge', 10), mine('new', 11), foreign]);
    const headers = await as(aCaller({ personId: 'person-1' }));
    const send = async () => (await http.post('/inbox/read').set(headers).send({ upTo: 10 })).body;
    expect([await send(), await send()]).toEqual([{ marked: 2 }, { marked: 0 }]);
    const { items, unread } = await messages.inbox({ recipient: 'person-1', limit: 9 });
    const now = clock.now();
    expect(items.map(({ key, readAt }) => [key, readAt])).toEqual([
      ['new', undefined],
      ['edge', now],
      ['read', 3],
      ['old', now],
    ]);
    expect(unread).toBe(1);
    expect((await messages.find(foreign.id))?.readAt).toBeUndefined();
    expect(audit.records).toMatchObject([
      { action: 'messages-read', result: 'done', actor: 'person-1', target: 'inbox', details: { upTo: 10, marked: 2 } },
    ]);
  });

  it.each([[{}], [{ upTo: '10' }], [{ upTo: 10, recipient: 'person-2' }]])('%j is refused', async (body) => {
    const { http, as } = await notificationApp();
    const headers = await as(aCaller({ personId: 'person-1' }));
    expect((await http.post('/inbox/read').set(headers).send(body)).status).toBe(400);
  });

  it('are nothing to a service', async () => {
    const { http, as } = await notificationApp();
    const headers = await as(aService('scoring'));
    expect((await http.post('/inbox/read').set(headers).send({ upTo: 10 })).status).toBe(401);
  });
});

describe('the delivery log and the telephone list', () => {
  const secretary = aCaller({ grants: [aGrant({ role: 'secretary' })] });

  it('show the secretary what became of the mails of their branch', async () => {
    const { http, as, messages } = await notificationApp();
    await messages.addAll([aMessage()]);
    const answer = await http
      .get('/deliveries')
      .query(where)
      .set(await as(secretary));
    expect(answer.body).toMatchObject({
      total: 1,
      items: [{ recipientName: '李某', facts: { step: 'registration' }, state: 'queued', attempts: 0 }],
    });
  });

  it('tell of a reminder what became of the digest that it is in', async () => {
    const { http, as, messages } = await notificationApp();
    const joined = { state: 'joined' as const, digestId: 'd' };
    await messages.addAll([
      aReminder({ key: 'waits', at: 3 }),
      aReminder({ key: 'leaves', at: 2, digest: { ...joined, attempts: 0 } }),
      aReminder({ key: 'left', at: 1, digest: { ...joined, attempts: 2, outcome: 'sent' } }),
    ]);
    const { body } = await http
      .get('/deliveries')
      .query(where)
      .set(await as(secretary));
    expect(body.items.map(({ state, attempts }: { state: string; attempts: number }) => [state, attempts])).toEqual([
      ['queued', 0],
      ['sending', 0],
      ['sent', 2],
    ]);
  });

  it('name for the telephone those whom no mail reaches, and the reading is on record', async () => {
    const { http, as, messages, audit } = await notificationApp();
    const message = aMessage();
    await messages.addAll([message]);
    await messages.claim(message.id, 1, 2);
    await messages.conclude(message.id, 2, { state: 'no-address', at: 1, attempts: 1, unknowns: 0, messageId: '<x>' });
    const answer = await http
      .get('/telephone-list')
      .query(where)
      .set(await as(secretary));
    expect(answer.body.rows).toMatchObject([{ name: '李某', telephone: '19900000000', template: 'reminder', due: true }]);
    expect(audit.records).toMatchObject([{ action: 'telephone-list-read', result: 'done' }]);
  });

  const unreached = { state: 'no-address', at: 1, attempts: 1, unknowns: 0, messageId: '<x>' } as const;
  const told = (key: string, change: Parameters<typeof aMessage>[0]) => aMessage({ key, mail: unreached, ...change });

  it('ask for each step once who is still waited for, and mark what is done', async () => {
    const { http, as, messages, outstanding } = await notificationApp(anAnswer({ open: false }));
    await messages.addAll([told('k1', { at: 1 }), told('k2', { at: 2 }), told('k3', { template: 'objection-answered', facts: {}, at: 3 })]);
    const answer = await http
      .get('/telephone-list')
      .query(where)
      .set(await as(secretary));
    const due = answer.body.rows.map((row: { template: string; due: boolean }) => [row.template, row.due]);
    expect(due).toEqual(
      expect.arrayContaining([
        ['reminder', false],
        ['objection-answered', true],
      ]),
    );
    expect(due).toHaveLength(3);
    expect(outstanding.asked).toEqual([{ branchId: 'dongwan', period: '2026-10', round: 1, step: 'registration', level: 0 }]);
  });

  it.each([
    ['the last day', '2026-11-20', true],
    ['the day before the last day', '2026-11-21', true],
    ['the day after', '2026-11-19', false],
  ])('a posted list is to be told until its last day: %s', async (_name, lastDay, due) => {
    const { http, as, messages, clock } = await notificationApp();
    clock.set('2026-11-20T23:59:00+08:00');
    await messages.addAll([told('k1', { template: 'list-posted', facts: { lastDay } })]);
    const answer = await http
      .get('/telephone-list')
      .query(where)
      .set(await as(secretary));
    expect(answer.body.rows).toMatchObject([{ due }]);
  });

  it.each(['/deliveries', '/telephone-list'])('%s of a foreign branch is answered as if it did not exist', async (path) => {
    const { http, as } = await notificationApp();
    const foreign = aCaller({ grants: [aGrant({ role: 'secretary', organisation: '/qinghe/lianhu/xishan' })] });
    expect(
      (
        await http
          .get(path)
          .query(where)
          .set(await as(foreign))
      ).status,
    ).toBe(404);
  });

  it.each(['/deliveries', '/telephone-list'])('%s is not for a plain member', async (path) => {
    const { http, as } = await notificationApp();
    expect(
      (
        await http
          .get(path)
          .query(where)
          .set(await as(aCaller()))
      ).status,
    ).toBe(403);
  });

  it('shows nothing of another branch to who names its id beside their own path', async () => {
    const { http, as, messages } = await notificationApp();
    await messages.addAll([aMessage({ branchId: 'xishan', organisation: '/qinghe/lianhu/xishan' })]);
    const answer = await http
      .get('/deliveries')
      .query({ ...where, branchId: 'xishan' })
      .set(await as(secretary));
    expect(answer.body.items).toEqual([]);
  });
});
