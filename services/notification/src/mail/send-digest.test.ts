import { describe, expect, it } from '@jest/globals';
import { gatherDigests } from '../digests/gather-digests.ts';
import type { Attempt } from '../messages/attempt.ts';
import { fakeMessageStore } from '../messages/message.store.fake.ts';
import { anAnswer, anOffice, aReminder, knownPeople, recipient } from '../testing.ts';
import { type Envelope, type SendMail, sendMail } from './send-mail.ts';

const taken: Attempt = { outcome: 'sent', response: '250 ok' };
const review = { key: 'k2', facts: { step: 'review', level: 0 } };

/** Two reminders wait, of the registration and of the review; `done` are steps that nobody is waited for in. */
async function aDigest(change: Partial<SendMail> = {}, attempts: Attempt[] = [taken]) {
  const store = fakeMessageStore();
  const sent: Envelope[] = [];
  const done = new Set<string>();
  let now = 1_000;
  const deps: SendMail = {
    store,
    people: knownPeople(),
    outstanding: { ask: async ({ step }) => anAnswer(done.has(step) ? { open: false, people: [] } : {}) },
    office: anOffice(),
    postman: {
      send: async (mail) => {
        sent.push(mail);
        return attempts.shift() ?? taken;
      },
    },
    render: (messages) => ({ subject: String(messages.length), text: messages.map(({ facts }) => facts.step).join() }),
    realNow: () => now,
    claimMs: 500,
    ...change,
  };
  await store.addAll([aReminder(), aReminder(review)]);
  const gather = (businessNow: number) => gatherDigests({ store, businessNow, realNow: now, limit: 9 });
  await gather(0);
  const next = async () => (await store.startable(now, 9, 'all')).map(({ id }) => id);
  const [id = ''] = await next();
  const outcomes = async () => {
    const { items } = await store.deliveries({ branchId: 'dongwan', period: '2026-10', limit: 9 });
    const ended = items.map(({ facts, digest }) => [facts.step, digest?.state === 'joined' ? digest.outcome : digest?.state] as const);
    return Object.fromEntries(ended);
  };
  return { deps, store, sent, done, id, next, gather, outcomes, later: (ms: number) => (now += ms) };
}

describe('a digest', () => {
  it('says all that its person is waited for in one mail', async () => {
    const { deps, id, sent, outcomes } = await aDigest();
    expect(await sendMail(deps, id)).toBe('sent');
    expect(sent).toEqual([{ to: 'li@dongwan.invalid', subject: '2', text: expect.any(String), messageId: `<${id}@jifen.invalid>` }]);
    expect(await outcomes()).toEqual({ registration: 'sent', review: 'sent' });
  });

  it('leaves out what is done by then', async () => {
    const { deps, id, sent, done, outcomes } = await aDigest();
    done.add('review');
    expect(await sendMail(deps, id)).toBe('sent');
    expect(sent.map(({ text }) => text)).toEqual(['registration']);
    expect(await outcomes()).toEqual({ registration: 'sent', review: 'no-longer-due' });
  });

  it('is not sent when everything is done by then', async () => {
    const { deps, id, sent, done, outcomes } = await aDigest();
    done.add('review').add('registration');
    expect(await sendMail(deps, id)).toBe('no-longer-due');
    expect([sent, await outcomes()]).toEqual([[], { registration: 'no-longer-due', review: 'no-longer-due' }]);
  });

  it('takes along what arrives until it leaves; what comes later waits for the next day', async () => {
    const { deps, id, sent, store, gather, next } = await aDigest();
    await store.addAll([aReminder({ key: 'k3', facts: { step: 'meeting', level: 0 } })]);
    await sendMail(deps, id);
    await store.addAll([aReminder({ key: 'k4', facts: { step: 'filing', level: 0 } })]);
    await gather(1);
    expect(await next()).toEqual([]);
    await gather(86_400_000);
    const [tomorrows = ''] = await next();
    await sendMail(deps, tomorrows);
    expect(sent.map(({ subject, text }) => [subject, text.includes('meeting'), text])).toEqual([
      ['3', true, expect.any(String)],
      ['1', false, 'filing'],
    ]);
  });

  it('puts those whom it does not reach on the telephone list, with each reminder', async () => {
    const people = { contacts: async () => [{ personId: recipient, name: '李某' }] };
    const { deps, id, store } = await aDigest({ people });
    expect(await sendMail(deps, id)).toBe('no-address');
    const unreached = await store.withoutAddress({ branchId: 'dongwan', period: '2026-10', limit: 9 });
    expect(unreached.map(({ facts }) => facts.step).toSorted()).toEqual(['registration', 'review']);
  });
});

describe('a digest that does not get through', () => {
  it('waits and tries again when scoring cannot be asked; its reminders stay with it', async () => {
    let away = true;
    const ask = async () => (away ? Promise.reject(new Error('scoring is away')) : anAnswer());
    const { deps, id, sent, later, outcomes } = await aDigest({ outstanding: { ask } });
    expect(await sendMail(deps, id)).toBe('queued');
    expect(await outcomes()).toEqual({ registration: undefined, review: undefined });
    away = false;
    later(60_000);
    expect(await sendMail(deps, id)).toBe('sent');
    expect(sent.map(({ subject }) => subject)).toEqual(['2']);
  });

  it('with an unknown outcome goes once more with the same things, and never a third time', async () => {
    const broken: Attempt = { outcome: 'broken-after-data', error: 'line broke' };
    const { deps, id, sent, store, later, outcomes } = await aDigest({}, [broken, broken]);
    expect(await sendMail(deps, id)).toBe('queued');
    await store.addAll([aReminder({ key: 'k3', facts: { step: 'meeting', level: 0 } })]);
    later(300_000);
    expect(await sendMail(deps, id)).toBe('unknown');
    later(3_000_000);
    expect(await sendMail(deps, id)).toBeUndefined();
    expect(sent.map(({ subject, messageId }) => [subject, messageId])).toEqual(Array(2).fill(['2', `<${id}@jifen.invalid>`]));
    expect(await outcomes()).toEqual({ registration: 'unknown', review: 'unknown', meeting: 'waiting' });
  });

  it('is not sent again when its sender died after the mail was gone and told of', async () => {
    const { deps, id, sent, store, later } = await aDigest();
    const dies = { ...store, conclude: async () => Promise.reject(new Error('killed')) };
    await expect(sendMail({ ...deps, store: dies }, id)).rejects.toThrow('killed');
    later(501);
    await sendMail(deps, id);
    expect(sent).toHaveLength(1);
  });

  it('whose sender died before anything was joined takes the reminders along when it is taken over', async () => {
    const { deps, id, sent, store, later } = await aDigest();
    await store.claim(id, 1_000, 1_500);
    later(501);
    expect(await sendMail(deps, id)).toBe('sent');
    expect(sent.map(({ subject }) => subject)).toEqual(['2']);
  });

  it('left twice in the middle is unknown, and so are its reminders', async () => {
    const { deps, id, sent, store, later, outcomes } = await aDigest();
    await store.join(recipient, id);
    await store.claim(id, 1_000, 1_500);
    later(501);
    await store.claim(id, 1_501, 2_001);
    later(501);
    expect(await sendMail(deps, id)).toBe('unknown');
    expect([sent, await outcomes()]).toEqual([[], { registration: 'unknown', review: 'unknown' }]);
  });
});
