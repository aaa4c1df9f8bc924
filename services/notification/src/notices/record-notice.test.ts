import { describe, expect, it } from '@jest/globals';
import { fakeMessageStore } from '../messages/message.store.fake.ts';
import { aMessage, aReminder } from '../testing.ts';
import { recordNotice } from './record-notice.ts';

const day = 86_400_000;
const opened = {
  key: 'step-opened/k',
  template: 'step-opened' as const,
  organisation: '/qinghe/lianhu/dongwan',
  branchId: 'dongwan',
  period: '2026-10',
  round: 1,
  recipients: ['p-li'],
  facts: { step: 'registration' },
  mail: true,
};

async function told(reminders: Parameters<ReturnType<typeof fakeMessageStore>['addAll']>[0], notice = opened) {
  const store = fakeMessageStore();
  await store.addAll(reminders);
  await recordNotice(store, { notice, businessNow: 5 * day, realNow: 0 });
  return (await store.inbox({ recipient: 'p-li', limit: 9 })).items.map(({ template, key }) => (template === 'reminder' ? key : template));
}

describe('the notice that a step begins', () => {
  it('takes back the reminder of the step that arrived before it', async () =>
    expect(await told([aReminder({ at: 5 * day })])).toEqual(['step-opened']));

  it('leaves one that came a day or more ago, was asked for by hand, or is in a digest', async () =>
    expect(
      (
        await told([
          aReminder({ key: 'old', at: 4 * day }),
          aMessage({ key: 'by-hand', at: 5 * day, atOnce: true }),
          aReminder({ key: 'left', at: 5 * day, digest: { state: 'joined', digestId: 'd', attempts: 0 } }),
        ])
      ).toSorted(),
    ).toEqual(['by-hand', 'left', 'old', 'step-opened']));

  it.each([
    ['another step', { facts: { step: 'meeting' } }],
    ['another round', { round: 2 }],
  ])('leaves the reminder of %s', async (_whose, change) =>
    expect((await told([aReminder({ at: 5 * day })], { ...opened, ...change })).toSorted()).toEqual(['k1', 'step-opened']),
  );

  it('told a second time takes back no reminder that came a day after it', async () => {
    const store = fakeMessageStore();
    await recordNotice(store, { notice: opened, businessNow: 4 * day, realNow: 0 });
    await store.addAll([aReminder({ at: 5 * day })]);
    await recordNotice(store, { notice: opened, businessNow: 5 * day, realNow: 0 });
    expect((await store.inbox({ recipient: 'p-li', limit: 9 })).items).toHaveLength(2);
  });
});
