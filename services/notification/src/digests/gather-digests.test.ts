import { describe, expect, it } from '@jest/globals';
import { fakeMessageStore } from '../messages/message.store.fake.ts';
import { aReminder } from '../testing.ts';
import { gatherDigests } from './gather-digests.ts';

const at = (text: string) => Date.parse(`${text}+08:00`);
const nine = at('2026-11-11T09:00:00');

function scene() {
  const store = fakeMessageStore();
  const gather = (businessNow: number, realNow = 1_000) => gatherDigests({ store, businessNow, realNow, limit: 9 });
  const mails = async () => (await store.startable(Number.MAX_SAFE_INTEGER, 9, 'all')).map(({ recipient }) => recipient);
  return { store, gather, mails };
}

describe('digests', () => {
  it('are one mail for each person, however many reminders wait', async () => {
    const { store, gather, mails } = scene();
    await store.addAll([aReminder({ key: 'k1' }), aReminder({ key: 'k2' }), aReminder({ key: 'k1', recipient: 'p-wang' })]);
    expect(await gather(nine)).toBe(2);
    expect((await mails()).toSorted()).toEqual(['p-li', 'p-wang']);
  });

  it('begin when the first reminder has waited for others', async () => {
    const { store, gather } = scene();
    await store.addAll([aReminder({ digest: { state: 'waiting', dueAt: 1_000 } })]);
    expect(await gather(nine, 999)).toBe(0);
    expect(await gather(nine, 1_000)).toBe(1);
  });

  it('are one a day and person: what comes later on that day waits for the next', async () => {
    const { store, gather } = scene();
    await store.addAll([aReminder({ key: 'first' })]);
    expect(await gather(nine)).toBe(1);
    await store.addAll([aReminder({ key: 'later' })]);
    expect(await gather(at('2026-11-11T17:00:00'))).toBe(0);
    expect(await gather(at('2026-11-12T09:00:00'))).toBe(1);
  });

  it('whoever has had theirs does not hold up the others', async () => {
    const { store, gather } = scene();
    const many = Array.from({ length: 9 }, (_, n) => `p-${n}`);
    await store.addAll(many.map((recipient) => aReminder({ recipient })));
    await gather(nine);
    await store.addAll([...many.map((recipient) => aReminder({ key: 'k2', recipient })), aReminder({ recipient: 'p-late' })]);
    await gather(nine);
    expect(await gather(nine)).toBe(1);
  });

  it('are no message of the inbox', async () => {
    const { store, gather } = scene();
    await store.addAll([aReminder()]);
    await gather(nine);
    expect(await store.inbox({ recipient: 'p-li', limit: 9 })).toMatchObject({ items: [{ key: 'k1' }], unread: 1 });
  });
});
