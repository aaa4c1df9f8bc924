import { describe, expect, it } from '@jest/globals';
import type { Attempt } from '../messages/attempt.ts';
import { fakeMessageStore } from '../messages/message.store.fake.ts';
import { aMessage, anAnswer, anOffice, knownPeople, recipient, toldOutstanding } from '../testing.ts';
import { type Envelope, type SendMail, sendMail } from './send-mail.ts';

async function aSender(change: Partial<SendMail> = {}, attempt: Attempt = { outcome: 'sent', response: '250 ok' }) {
  const store = fakeMessageStore();
  const message = aMessage();
  await store.addAll([message]);
  const sent: Envelope[] = [];
  let now = 1_000;
  const postman = {
    send: async (mail: Envelope) => {
      sent.push(mail);
      return attempt;
    },
  };
  const render = () => ({ subject: '提醒', text: '请登记' });
  const deps: SendMail = {
    store,
    people: knownPeople(),
    outstanding: toldOutstanding(anAnswer()),
    office: anOffice(),
    postman,
    render,
    realNow: () => now,
    claimMs: 500,
    ...change,
  };
  return { deps, store, id: message.id, sent, later: (ms: number) => (now += ms) };
}

describe('sending a mail', () => {
  it('goes to the address the member service names at that moment', async () => {
    const { deps, id, sent } = await aSender();
    expect(await sendMail(deps, id)).toBe('sent');
    expect(sent).toEqual([{ to: 'li@dongwan.invalid', subject: '提醒', text: '请登记', messageId: `<${id}@jifen.invalid>` }]);
  });

  it('is left out when the step has been done in the meantime', async () => {
    const { deps, id, sent } = await aSender({ outstanding: toldOutstanding(anAnswer({ open: false, people: [] })) });
    expect(await sendMail(deps, id)).toBe('no-longer-due');
    expect(sent).toEqual([]);
  });

  it('is left out when this person is no longer the one who has to act', async () => {
    const others = anAnswer({ people: [{ personId: 'p-wang', reason: 'has-to-act' }] });
    const { deps, id, sent } = await aSender({ outstanding: toldOutstanding(others) });
    expect(await sendMail(deps, id)).toBe('no-longer-due');
    expect(sent).toEqual([]);
  });

  it('asks about the step, round and level that the message names', async () => {
    const outstanding = toldOutstanding(anAnswer());
    const { deps, id } = await aSender({ outstanding });
    await sendMail(deps, id);
    expect(outstanding.asked).toEqual([{ branchId: 'dongwan', period: '2026-10', round: 1, step: 'registration', level: 0 }]);
  });

  it('ends without an address where the person has none, and is then on the telephone list', async () => {
    const people = { contacts: async () => [{ personId: recipient, name: '李某' }] };
    const { deps, id, store } = await aSender({ people });
    expect(await sendMail(deps, id)).toBe('no-address');
    expect((await store.withoutAddress({ branchId: 'dongwan', period: '2026-10', limit: 9 })).map((one) => one.recipient)).toEqual([
      recipient,
    ]);
  });

  it('waits and tries again when scoring cannot be asked', async () => {
    const outstanding = { ask: async () => Promise.reject(new Error('scoring is away')) };
    const { deps, id, store } = await aSender({ outstanding });
    expect(await sendMail(deps, id)).toBe('queued');
    expect((await store.find(id))?.mail).toMatchObject({ state: 'queued', attempts: 1, lastError: 'scoring is away', dueAt: 61_000 });
  });

  it('is not sent by a second worker that gets the same job', async () => {
    const { deps, id, sent } = await aSender();
    await sendMail(deps, id);
    expect(await sendMail(deps, id)).toBeUndefined();
    expect(sent).toHaveLength(1);
  });

  it('is taken over once when its sender died in the middle, and never a third time', async () => {
    const { deps, id, sent, store, later } = await aSender();
    await store.claim(id, 1_000, 1_500);
    expect(await sendMail(deps, id)).toBeUndefined();
    later(501);
    await store.claim(id, 1_501, 2_001);
    later(501);
    expect(await sendMail(deps, id)).toBe('unknown');
    expect(sent).toEqual([]);
  });
});

describe('outside office hours', () => {
  it('a mail waits untouched, and goes when the office opens', async () => {
    const office = anOffice(false);
    const { deps, id, store, sent } = await aSender({ office });
    expect(await sendMail(deps, id)).toBe('queued');
    expect((await store.find(id))?.mail).toMatchObject({ state: 'queued', attempts: 0, dueAt: 0 });
    office.opens();
    expect(await sendMail(deps, id)).toBe('sent');
    expect(sent).toHaveLength(1);
  });

  it('a mail that waited is left out when its step is done by the morning', async () => {
    const office = anOffice(false);
    let open = true;
    const outstanding = { ask: async () => anAnswer(open ? {} : { open: false, people: [] }) };
    const { deps, id, sent } = await aSender({ office, outstanding });
    await sendMail(deps, id);
    open = false;
    office.opens();
    expect(await sendMail(deps, id)).toBe('no-longer-due');
    expect(sent).toEqual([]);
  });

  it('a mail that a superior asked for goes at once', async () => {
    const { deps, store, sent } = await aSender({ office: anOffice(false) });
    const byHand = aMessage({ key: 'by-hand', atOnce: true });
    await store.addAll([byHand]);
    expect(await sendMail(deps, byHand.id)).toBe('sent');
    expect(sent.map(({ messageId }) => messageId)).toEqual([`<${byHand.id}@jifen.invalid>`]);
  });
});
