import { describe, expect, it } from '@jest/globals';
import { describeStore, documentSuite, type Plantable, withDatabase } from '@jifen/test-kit';
import { aMessage } from '../testing.ts';
import { fakeMessageStore } from './message.store.fake.ts';
import { byEnd, messageModel, mongoMessageStore } from './message.store.mongo.ts';
import { type MessageStore, storedMessage } from './message.store.ts';

const database = withDatabase();

async function emptyMongoStore(): Promise<MessageStore & Plantable> {
  const model = messageModel(database.connection());
  await model.createIndexes();
  await model.deleteMany({});
  return { ...mongoMessageStore(database.connection()), plant: (document) => model.collection.insertOne(document as never) };
}

const ended = { state: 'sent' as const, response: '250', at: 9, attempts: 1, unknowns: 0, messageId: '<m>' };

describeStore<MessageStore & Plantable>('the record of messages', { fake: fakeMessageStore, real: emptyMongoStore }, (make) => {
  it('adds a message once', async () => {
    const store = await make();
    expect(await store.addAll([aMessage(), aMessage({ recipient: 'p-wang' })])).toBe(2);
    expect(await store.addAll([aMessage()])).toBe(0);
  });

  it('gives a mail to one of many who claim it at once', async () => {
    const store = await make();
    const message = aMessage();
    await store.addAll([message]);
    const claims = await Promise.all(Array.from({ length: 16 }, (_, n) => store.claim(message.id, 100, 1_000 + n)));
    expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1);
  });

  it('does not start a mail before it is due', async () => {
    const store = await make();
    const message = aMessage({ mail: { state: 'queued', dueAt: 500, attempts: 1, unknowns: 0, messageId: '<m>' } });
    await store.addAll([message]);
    expect(await store.startable(499, 9, 'all')).toEqual([]);
    expect(await store.startable(500, 9, 'all')).toEqual([{ id: message.id, recipient: message.recipient, attempts: 1 }]);
  });

  it('offers a mail again whose sender has gone silent', async () => {
    const store = await make();
    const message = aMessage();
    await store.addAll([message]);
    await store.claim(message.id, 100, 600);
    expect(await store.startable(600, 9, 'all')).toEqual([]);
    expect(await store.startable(601, 9, 'all')).toEqual([{ id: message.id, recipient: message.recipient, attempts: 1 }]);
  });

  it('takes the end of an attempt only from who holds the claim', async () => {
    const store = await make();
    const message = aMessage();
    await store.addAll([message]);
    await store.claim(message.id, 100, 600);
    expect(await store.conclude(message.id, 599, ended)).toBe(false);
    expect(await store.conclude(message.id, 600, ended)).toBe(true);
    expect(await store.conclude(message.id, 600, ended)).toBe(false);
    expect((await store.inbox({ recipient: message.recipient, limit: 1 })).items[0]?.mail).toEqual(ended);
  });

  it('lists the newest first and counts the unread', async () => {
    const store = await make();
    await store.addAll([aMessage({ key: 'old', at: 1 }), aMessage({ key: 'new', at: 2 })]);
    const { items, unread } = await store.inbox({ recipient: 'p-li', limit: 9 });
    expect([items.map(({ key }) => key), unread]).toEqual([['new', 'old'], 2]);
  });

  it('counts the mails on their way, those tried before, and what came to an end within a day', async () => {
    const store = await make();
    const day = 86_400_000;
    const kept = { attempts: 1, unknowns: 0, messageId: '<m>' };
    const mails = [
      { ...kept, attempts: 0, state: 'queued' as const, dueAt: 0 },
      { ...kept, state: 'queued' as const, dueAt: 5 * day },
      { ...kept, state: 'sending' as const, claimedUntil: 9 },
      { ...ended, at: day },
      { ...ended, at: day - 1 },
      { ...kept, state: 'rejected' as const, lastError: '550', at: 2 * day },
    ];
    await store.addAll(mails.map((mail, n) => aMessage({ key: `k${n}`, mail })));
    const { counts, retrying } = await store.mailReport(2 * day);
    expect(Object.fromEntries(counts.map(({ state, count }) => [state, count]))).toEqual({
      queued: 2,
      sending: 1,
      sent: 1,
      rejected: 1,
      unknown: 0,
      'no-longer-due': 0,
      'no-address': 0,
    });
    expect(retrying).toBe(1);
  });

  documentSuite<MessageStore>(
    { make, read: (store) => store.claim(aMessage().id, 100, 600) },
    {
      collection: 'messages',
      document: storedMessage(aMessage()),
      broken: { recipient: undefined, template: 'a rumour', at: '2026-10-25', 'mail.state': 'lost', 'mail.dueAt': undefined },
    },
  );
});

describe('the queries of the record of messages', () => {
  it.each([
    ['inbox', { recipient: 'p-li' }],
    ['deliveries', { branchId: 'dongwan', period: '2026-10' }],
    ['startable', { 'mail.state': 'queued', 'mail.dueAt': { $lte: 1 } }],
  ])('%s scans no collection', async (_name, filter: Record<string, unknown>) => {
    await emptyMongoStore();
    const plan = await messageModel(database.connection()).find(filter).explain('queryPlanner');
    expect(JSON.stringify(plan)).not.toContain('COLLSCAN');
  });

  it.each([
    ['on their way', { 'mail.state': 'queued' }],
    ['at their end', { 'mail.state': 'sent', 'mail.at': { $gte: 1 } }],
  ])('mails %s are counted by their index', async (_name, filter: Record<string, unknown>) => {
    await emptyMongoStore();
    const plan = await messageModel(database.connection()).find(filter).hint(byEnd.name).explain('queryPlanner');
    expect(JSON.stringify(plan)).toContain('"indexName":"mail-ends"');
    expect(JSON.stringify(plan)).not.toMatch(/COLLSCAN|Seq Scan/);
  });
});
