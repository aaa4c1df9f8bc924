import { describe, expect, it } from '@jest/globals';
import { fakeMessageStore } from '../messages/message.store.fake.ts';
import { anAnswer, toldOutstanding } from '../testing.ts';
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
const times = { businessNow: 5_000, realNow: 9_000 };

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
});
