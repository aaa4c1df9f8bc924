import { describe, expect, it } from '@jest/globals';
import { fakeMessageStore } from '../messages/message.store.fake.ts';
import { aMessage, anAnswer, toldOutstanding } from '../testing.ts';
import { reminderKey, spreadReminder } from './spread-reminder.ts';

const reminder = {
  branchId: 'dongwan',
  period: '2026-10',
  round: 1,
  step: 'review' as const,
  n: 1,
  level: 2,
  plannedFor: 1_761_786_000_000,
};
const times = { businessNow: 5_000, realNow: 9_000, gatherMs: 60_000 };

describe('a reminder', () => {
  it('reaches everybody who is still outstanding, and the supervising committee as a request to coordinate', async () => {
    const store = fakeMessageStore();
    const people = [
      { personId: 'p-li', reason: 'has-to-act' as const },
      { personId: 'p-town', reason: 'supervises' as const },
    ];
    expect(await spreadReminder({ store, outstanding: toldOutstanding(anAnswer({ people })), ...times }, reminder)).toBe(2);
    expect((await store.inbox({ recipient: 'p-li', limit: 9 })).items).toMatchObject([
      { template: 'reminder', facts: { step: 'review', level: 2, lastDay: '2026-10-30' } },
    ]);
    expect((await store.inbox({ recipient: 'p-town', limit: 9 })).items).toMatchObject([{ template: 'escalation' }]);
  });

  it('reaches nobody when the step is done', async () => {
    const store = fakeMessageStore();
    expect(await spreadReminder({ store, outstanding: toldOutstanding(anAnswer({ open: false, people: [] })), ...times }, reminder)).toBe(
      0,
    );
  });

  it('is one message however often it is spread', async () => {
    const store = fakeMessageStore();
    const deps = { store, outstanding: toldOutstanding(anAnswer()), ...times };
    await spreadReminder(deps, reminder);
    expect(await spreadReminder(deps, reminder)).toBe(0);
  });

  it('of a second round is another message than the same of the first', () => {
    expect(reminderKey({ ...reminder, round: 2 })).not.toBe(reminderKey(reminder));
    expect(reminderKey(reminder)).toBe('reminder/dongwan/2026-10/1/review/1761786000000/2');
  });

  it('waits for the digest of its person, and has no mail of its own', async () => {
    const store = fakeMessageStore();
    await spreadReminder({ store, outstanding: toldOutstanding(anAnswer()), ...times }, reminder);
    const [message] = (await store.inbox({ recipient: 'p-li', limit: 9 })).items;
    expect([message?.mail, message?.digest]).toEqual([undefined, { state: 'waiting', dueAt: 69_000 }]);
  });

  it('is counted for each person: by hand or planned, of this step and round', async () => {
    const store = fakeMessageStore();
    const told = { facts: { step: 'review', level: 0 }, recipient: 'p-li' };
    await store.addAll([
      aMessage({ key: 'planned', ...told }),
      aMessage({ key: 'by-hand', ...told, atOnce: true }),
      aMessage({ key: 'other-step', recipient: 'p-li' }),
      aMessage({ key: 'other-round', ...told, round: 2 }),
      aMessage({ key: 'not-theirs', ...told, recipient: 'p-wang' }),
    ]);
    const people = ['p-li', 'p-wang'].map((personId) => ({ personId, reason: 'has-to-act' as const }));
    await spreadReminder({ store, outstanding: toldOutstanding(anAnswer({ people })), ...times }, reminder);
    const countOf = async (recipient: string) =>
      (await store.inbox({ recipient, limit: 9 })).items.find(({ key }) => key === reminderKey(reminder))?.facts.count;
    expect([await countOf('p-li'), await countOf('p-wang')]).toEqual([3, 2]);
  });
});

describe('a reminder soon after the notice that its step begins', () => {
  const day = 86_400_000;
  const opened = (change: object = {}) =>
    aMessage({ key: 'opened', template: 'step-opened', facts: { step: 'review' }, at: 5_000, ...change });
  const people = [
    { personId: 'p-li', reason: 'has-to-act' as const },
    { personId: 'p-town', reason: 'supervises' as const },
  ];

  async function reminded(businessNow: number, notice = opened(), asked: Parameters<typeof spreadReminder>[1] = reminder) {
    const store = fakeMessageStore();
    await store.addAll([notice]);
    await spreadReminder({ store, outstanding: toldOutstanding(anAnswer({ people })), ...times, businessNow }, asked);
    const both = await Promise.all(['p-li', 'p-town'].map((recipient) => store.inbox({ recipient, limit: 9 })));
    return both.flatMap(({ items }) => items.filter(({ key }) => key !== 'opened').map(({ recipient }) => recipient));
  }

  it.each([
    ['in the same second', 5_000, ['p-town']],
    ['a moment before a day is over', 5_000 + day - 1, ['p-town']],
    ['after a day', 5_000 + day, ['p-li', 'p-town']],
  ])('%s: who has the notice is left out, nobody else', async (_when, businessNow, expected) =>
    expect(await reminded(businessNow)).toEqual(expected),
  );

  it.each([
    ['of another step', opened({ facts: { step: 'meeting' } })],
    ['of another round', opened({ round: 2 })],
    ['about something else', opened({ template: 'list-posted' })],
  ])('is not held back by a notice %s', async (_which, notice) => expect(await reminded(5_000, notice)).toEqual(['p-li', 'p-town']));

  it('the notice that a month begins stands for that of its applications', async () => {
    const month = opened({ template: 'month-opened', facts: {} });
    expect(await reminded(5_000, month, { ...reminder, step: 'application' })).toEqual(['p-town']);
  });
});
