import { describe, expect, it } from '@jest/globals';
import { fakeMessageStore } from '../messages/message.store.fake.ts';
import type { Message } from '../messages/message.ts';
import type { OutstandingQuestion } from '../ports/ports.ts';
import { aMessage, anAnswer, aReminder } from '../testing.ts';
import { readInbox } from './read-inbox.ts';

const own = { recipient: 'p-li', at: 7 };
const done = anAnswer({ open: false, people: [] });

async function aReader(messages: Message[], answer: (asked: OutstandingQuestion) => ReturnType<typeof anAnswer>) {
  const store = fakeMessageStore();
  await store.addAll(messages);
  const asked: OutstandingQuestion[] = [];
  const outstanding = {
    ask: async (question: OutstandingQuestion) => {
      asked.push(question);
      return answer(question);
    },
  };
  return { store, asked, read: () => readInbox({ store, outstanding }, own) };
}

describe('the inbox', () => {
  it('counts a message as done when its step is, and keeps when that was found', async () => {
    const { read, store } = await aReader([aReminder()], () => done);
    expect(await read()).toMatchObject({ unread: 0, items: [{ doneAt: 7 }] });
    expect(await store.inbox({ recipient: 'p-li', limit: 9 })).toMatchObject({ unread: 0 });
  });

  it('leaves unread what is still waited for, and what is about no step', async () => {
    const { read } = await aReader([aReminder(), aMessage({ key: 'k2', template: 'objection-answered', facts: {} })], () => anAnswer());
    expect(await read()).toMatchObject({ unread: 2 });
  });

  it('a step that others still have to act in is done for whoever has acted', async () => {
    const { read } = await aReader([aReminder()], () => anAnswer({ people: [{ personId: 'p-wang', reason: 'has-to-act' }] }));
    expect(await read()).toMatchObject({ unread: 0 });
  });

  it.each([
    ['stays unread while applications are taken, also for others', anAnswer({ people: [] }), 1],
    ['is done when they have ended', done, 0],
  ])('the notice that a month begins %s', async (_when, answer, unread) => {
    const { read, asked } = await aReader([aMessage({ template: 'month-opened', facts: {} })], () => answer);
    expect(await read()).toMatchObject({ unread });
    expect(asked).toEqual([{ branchId: 'dongwan', period: '2026-10', round: 1, step: 'application', level: 0 }]);
  });

  it('stays as it is while scoring cannot say', async () => {
    const { read } = await aReader([aReminder()], () => {
      throw new Error('scoring is away');
    });
    expect(await read()).toMatchObject({ unread: 1 });
  });

  it('asks about what is unread only, and about twenty at most', async () => {
    const many = Array.from({ length: 21 }, (_, n) => aReminder({ key: `k${n}`, at: n }));
    const { read, asked } = await aReader([...many, aReminder({ key: 'read', at: 99, readAt: 5 })], () => done);
    expect(await read()).toMatchObject({ unread: 1 });
    expect(asked).toHaveLength(20);
    expect(await read()).toMatchObject({ unread: 0 });
  });
});
