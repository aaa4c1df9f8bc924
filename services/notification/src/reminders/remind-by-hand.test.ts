import { describe, expect, it } from '@jest/globals';
import type { Caller, RoleName } from '@jifen/contracts';
import { aCaller, aGrant, aService } from '@jifen/test-kit';
import { notificationApp } from '../notification-app.fakes.ts';
import { anAnswer } from '../testing.ts';

const organisation = '/qinghe/lianhu/dongwan';
const reminder = { organisation, branchId: 'dongwan', period: '2026-10', round: 1, step: 'review' };
const official = (personId: string, role: RoleName, scope: string): Caller => ({
  service: 'console',
  personId,
  grants: [aGrant({ role, organisation: scope })],
});
const superior = official('p-town', 'supervising-committee', '/qinghe/lianhu');
const department = official('p-county', 'county-organisation-department', '/qinghe');
const two = anAnswer({
  people: [
    { personId: 'p-li', reason: 'has-to-act' },
    { personId: 'p-wang', reason: 'has-to-act' },
  ],
});

async function reminding(answer = two) {
  const app = await notificationApp(answer);
  const reminds = async (caller: Caller, body: object = reminder) =>
    app.http
      .post('/reminders')
      .set(await app.as(caller))
      .send(body);
  const inboxOf = async (recipient: string) => (await app.messages.inbox({ recipient, limit: 9 })).items;
  return { ...app, reminds, inboxOf };
}

describe('a reminder by hand (催办)', () => {
  it.each([
    ['the supervising committee', superior],
    ['the county department', department],
  ])('of %s is one message, with its mail, to each person who has to act', async (_who, caller) => {
    const { reminds, inboxOf, outstanding } = await reminding();
    const { status, body } = await reminds(caller);
    expect([status, body]).toEqual([200, { accepted: 2, repeated: 0 }]);
    expect(outstanding.asked).toEqual([{ branchId: 'dongwan', period: '2026-10', round: 1, step: 'review', level: 0 }]);
    for (const person of ['p-li', 'p-wang'])
      expect(await inboxOf(person)).toMatchObject([
        {
          key: 'reminder/dongwan/2026-10/1/review/by-hand/2026-10-25',
          template: 'reminder',
          organisation,
          branchId: 'dongwan',
          period: '2026-10',
          round: 1,
          facts: { step: 'review', level: 0, branchName: '东湾村党支部', lastDay: '2026-10-30' },
          mail: { state: 'queued' },
          atOnce: true,
        },
      ]);
  });

  it('is one reminder on one day, whoever presses again, and is on record once', async () => {
    const { reminds, inboxOf, audit, clock } = await reminding();
    clock.set('2026-10-26T00:00:00+08:00');
    expect((await reminds(superior)).body).toEqual({ accepted: 2, repeated: 0 });
    clock.set('2026-10-26T23:59:59.999+08:00');
    expect((await reminds(superior)).body).toEqual({ accepted: 0, repeated: 2 });
    expect((await reminds(department)).body).toEqual({ accepted: 0, repeated: 2 });
    expect(await inboxOf('p-li')).toHaveLength(1);
    expect(audit.records).toMatchObject([
      {
        action: 'reminder-sent',
        result: 'done',
        actor: 'p-town',
        organisation,
        target: 'reminder/dongwan/2026-10/1/review/by-hand/2026-10-26',
      },
    ]);
  });

  it('is another reminder on the next day, in another round and about another step', async () => {
    const { reminds, inboxOf, clock } = await reminding();
    clock.set('2026-10-26T23:59:59.999+08:00');
    await reminds(superior);
    clock.set('2026-10-27T00:00:00+08:00');
    expect((await reminds(superior)).body).toEqual({ accepted: 2, repeated: 0 });
    expect((await reminds(superior, { ...reminder, round: 2 })).body).toEqual({ accepted: 2, repeated: 0 });
    expect((await reminds(superior, { ...reminder, step: 'meeting' })).body).toEqual({ accepted: 2, repeated: 0 });
    expect(await inboxOf('p-li')).toHaveLength(4);
  });

  it.each([
    ['the step is done', anAnswer({ open: false, people: [] })],
    ['the step is over, whoever had to act in it', anAnswer({ open: false })],
    ['nobody has to act, as in publicity', anAnswer({ people: [] })],
  ])('is refused when %s, and nobody is told', async (_why, answer) => {
    const { reminds, inboxOf, audit } = await reminding(answer);
    const { status, body } = await reminds(superior);
    expect([status, body.code]).toEqual([409, 'nothing-outstanding']);
    expect(await inboxOf('p-li')).toEqual([]);
    expect(audit.records).toMatchObject([{ action: 'reminder-sent', result: 'refused' }]);
  });
});

describe('who may remind by hand', () => {
  it.each([['member'], ['recorder'], ['committee-member'], ['secretary'], ['township-clerk'], ['system-administrator']] as [RoleName][])(
    'a %s may not, and the refusal is on record',
    async (role) => {
      const { reminds, inboxOf, outstanding, audit } = await reminding();
      const { status, body } = await reminds(aCaller({ grants: [aGrant({ role })] }));
      expect([status, body.code]).toEqual([403, 'forbidden']);
      expect([outstanding.asked, await inboxOf('p-li')]).toEqual([[], []]);
      expect(audit.records).toMatchObject([{ action: 'reminder-sent', result: 'refused' }]);
    },
  );

  it('an official whose term is over may not', async () => {
    const { reminds, outstanding } = await reminding();
    const { status, body } = await reminds({ ...superior, grants: [aGrant({ role: 'supervising-committee', until: 1 })] });
    expect([status, body.code]).toEqual([403, 'forbidden']);
    expect(outstanding.asked).toEqual([]);
  });

  it.each([
    ['the next committee', official('p-town-2', 'supervising-committee', '/qinghe/nanshan')],
    ['a committee whose name begins the same', official('p-town-3', 'supervising-committee', '/qinghe/lian')],
    ['another county', official('p-county-2', 'county-organisation-department', '/other')],
  ])('to %s the branch is answered as if it did not exist', async (_who, caller) => {
    const { reminds, outstanding } = await reminding();
    expect((await reminds(caller)).status).toBe(404);
    expect(outstanding.asked).toEqual([]);
  });

  it.each([
    ['a foreign branch by naming one of their own', '/qinghe/nanshan/xishan', organisation],
    ['a branch of their own by naming the committee above it', organisation, '/qinghe/lianhu'],
  ])('nobody reminds %s', async (_what, lies, named) => {
    const { reminds, inboxOf } = await reminding(anAnswer({ organisation: lies }));
    const { status, body } = await reminds(superior, { ...reminder, organisation: named });
    expect([status, body.code]).toEqual([404, 'not-found']);
    expect(await inboxOf('p-li')).toEqual([]);
  });

  it('a month that there is not is not found', async () => {
    const { reminds, outstanding } = await reminding();
    outstanding.find = async () => undefined;
    expect((await reminds(superior)).status).toBe(404);
  });

  it('a service reminds nobody by hand', async () => {
    const { reminds } = await reminding();
    expect((await reminds(aService('branch-worker'))).status).toBe(401);
  });

  it.each([
    ['a person to be told', { recipients: ['p-li'] }],
    ['a text of its own', { text: '快办' }],
    ['a step that there is not', { step: 'year-end' }],
    ['an impossible month', { period: '2026-13' }],
    ['no round', { round: 0 }],
  ])('a request with %s is refused', async (_what, change) => {
    const { reminds, outstanding } = await reminding();
    expect((await reminds(superior, { ...reminder, ...change })).status).toBe(400);
    expect(outstanding.asked).toEqual([]);
  });
});
