import { expect, it } from '@jest/globals';
import { describeStore, withDatabase } from '@jifen/test-kit';
import { fakeReminderStore } from './reminder.store.fake.ts';
import { mongoReminderStore, reminderModel } from './reminder.store.mongo.ts';
import type { Reminder, ReminderStore } from './reminder.store.ts';
import { reminderKey } from './spread-reminder.ts';

const database = withDatabase();

async function emptyMongoStore(): Promise<ReminderStore> {
  const model = reminderModel(database.connection());
  await model.createIndexes();
  await model.deleteMany({});
  return mongoReminderStore(database.connection());
}

function aReminder(change: Partial<Reminder['request']> = {}): Reminder {
  const request = {
    branchId: 'dongwan',
    period: '2026-10',
    round: 1,
    step: 'review' as const,
    n: 2,
    level: 0,
    plannedFor: 5_000,
    ...change,
  };
  return { key: reminderKey(request), request, at: 6_000, recordedAt: 9_000 };
}

describeStore('the record of reminders', { fake: fakeReminderStore, real: emptyMongoStore }, (make) => {
  it('takes a reminder once', async () => {
    const store = await make();
    expect(await store.add(aReminder())).toBe(true);
    expect(await store.add(aReminder())).toBe(false);
  });

  it('takes the next one of the step', async () => {
    const store = await make();
    await store.add(aReminder());
    expect(await store.add(aReminder({ plannedFor: 5_001, n: 3, level: 1 }))).toBe(true);
  });

  it('takes none that was planned for no later than one that went out, whatever its number', async () => {
    const store = await make();
    await store.add(aReminder());
    expect(await store.add(aReminder({ plannedFor: 4_999, n: 1 }))).toBe(false);
    expect(await store.add(aReminder({ plannedFor: 5_000, n: 1, level: 2 }))).toBe(false);
  });

  it.each([{ branchId: 'xiwan' }, { period: '2026-11' }, { round: 2 }, { step: 'meeting' as const }, { memberId: 'member-5' }])(
    'takes an earlier one of %j',
    async (other) => {
      const store = await make();
      await store.add(aReminder());
      expect(await store.add(aReminder({ ...other, plannedFor: 4_000 }))).toBe(true);
    },
  );

  it('takes one of a process that tells no planned instant by its number', async () => {
    const store = await make();
    await store.add(aReminder());
    const { plannedFor: _, ...untold } = aReminder().request;
    const old = { ...aReminder(), key: reminderKey(untold), request: untold };
    expect([await store.add(old), await store.add(old)]).toEqual([true, false]);
  });
});
