import { describe, expect, it } from '@jest/globals';
import { describeStore, documentSuite, type Plantable, withDatabase } from '@jifen/test-kit';
import { aMessage, aReminder } from '../testing.ts';
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

  it('offers outside office hours only what was asked for by hand, also where its sender has gone silent', async () => {
    const store = await make();
    const byHand = aMessage({ key: 'by-hand', atOnce: true });
    await store.addAll([aMessage(), byHand]);
    expect((await store.startable(500, 9, 'at-once')).map(({ id }) => id)).toEqual([byHand.id]);
    for (const { id } of [aMessage(), byHand]) await store.claim(id, 100, 600);
    expect((await store.startable(601, 9, 'at-once')).map(({ id }) => id)).toEqual([byHand.id]);
    expect(await store.startable(601, 9, 'all')).toHaveLength(2);
  });

  it('marks own messages as read up to an instant, and those that are done', async () => {
    const store = await make();
    const messages = [1, 5, 6].map((at) => aMessage({ key: `k${at}`, at }));
    await store.addAll([...messages, aMessage({ key: 'done', at: 2 }), aMessage({ recipient: 'p-wang', at: 1 })]);
    await store.markDone([aMessage({ key: 'done' }).id, 'unknown'], 7);
    await store.markDone([], 7);
    await store.markRead(aMessage({ key: 'k1' }).id, 'p-li', 8);
    await store.markDone([aMessage({ key: 'k1' }).id], 9);
    expect(await store.markAllRead('p-li', 5, 9)).toBe(1);
    expect(await store.markAllRead('p-li', 5, 10)).toBe(0);
    const { items, unread } = await store.inbox({ recipient: 'p-li', limit: 9 });
    expect(items.map(({ key, readAt, doneAt }) => [key, readAt, doneAt])).toEqual([
      ['k6', undefined, undefined],
      ['k5', 9, undefined],
      ['done', undefined, 7],
      ['k1', 8, undefined],
    ]);
    expect([unread, (await store.inbox({ recipient: 'p-wang', limit: 9 })).unread]).toEqual([1, 1]);
  });

  it('tells what people were told of in a round of a month, and takes back only what waits for a digest', async () => {
    const store = await make();
    const left = aReminder({ key: 'left', digest: { state: 'joined', digestId: 'd', attempts: 0 } });
    const others = [aMessage({ key: 'r2', round: 2 }), aMessage({ key: 'm', period: '2026-11' }), aMessage({ recipient: 'p-zhao' })];
    const asked = { branchId: 'dongwan', period: '2026-10', round: 1, recipients: ['p-li', 'p-wang'] };
    await store.addAll([aReminder(), left, aMessage({ key: 'mail', recipient: 'p-wang' }), ...others]);
    const told = await store.toldIn(asked);
    expect(told.map(({ key }) => key).toSorted()).toEqual(['k1', 'left', 'mail']);
    await store.takeBack(told.map(({ id }) => id));
    expect((await store.toldIn(asked)).map(({ key }) => key).toSorted()).toEqual(['left', 'mail']);
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

describeStore<MessageStore & Plantable>('the digests in the record', { fake: fakeMessageStore, real: emptyMongoStore }, (make) => {
  const waiting = (key: string, dueAt: number, change: object = {}) => aReminder({ key, digest: { state: 'waiting', dueAt }, ...change });
  const today = { day: '2026-11-11', limit: 9 };

  it('names each person once for whom something is due, and nobody whom the day has passed over', async () => {
    const store = await make();
    await store.addAll([waiting('a', 5), waiting('b', 4), waiting('a', 6, { recipient: 'p-wang' }), aMessage({ key: 'mail' })]);
    expect(await store.waitingForDigest({ ...today, now: 3 })).toEqual([]);
    expect(await store.waitingForDigest({ ...today, now: 5 })).toEqual(['p-li']);
    expect((await store.waitingForDigest({ ...today, now: 6 })).toSorted()).toEqual(['p-li', 'p-wang']);
    await store.passOver(['p-li'], today.day);
    await store.passOver([], today.day);
    expect(await store.waitingForDigest({ ...today, now: 6 })).toEqual(['p-wang']);
    expect((await store.waitingForDigest({ ...today, day: '2026-11-12', now: 6 })).toSorted()).toEqual(['p-li', 'p-wang']);
  });

  it('joins what waits for a person, due or not, to one digest and to no second', async () => {
    const store = await make();
    await store.addAll([waiting('a', 5), waiting('b', 50), waiting('a', 5, { recipient: 'p-wang' })]);
    const joined = await store.join('p-li', 'd1');
    expect(joined.map(({ key, digest }) => [key, digest])).toEqual(
      expect.arrayContaining([
        ['a', { state: 'joined', digestId: 'd1', attempts: 0 }],
        ['b', { state: 'joined', digestId: 'd1', attempts: 0 }],
      ]),
    );
    expect(joined).toHaveLength(2);
    expect(await store.join('p-li', 'd2')).toEqual([]);
    expect(await store.joined('p-li', 'd1')).toEqual(joined);
    expect(await store.waitingForDigest({ ...today, now: 99 })).toEqual(['p-wang']);
  });

  it('keeps what became of each reminder; those without an address are on the list', async () => {
    const store = await make();
    await store.addAll([waiting('a', 5), waiting('b', 5)]);
    const joined = await store.join('p-li', 'd1');
    const ids = joined.filter(({ key }) => key === 'a').map(({ id }) => id);
    await store.concludeJoined({ recipient: 'p-li', digestId: 'd1', ids, outcome: 'no-address', attempts: 2 });
    await store.concludeJoined({ recipient: 'p-li', digestId: 'd1', ids: [], outcome: 'sent', attempts: 2 });
    const ended = (await store.joined('p-li', 'd1')).map(({ key, digest }) => [key, digest] as const);
    expect(Object.fromEntries(ended)).toEqual({
      a: { state: 'joined', digestId: 'd1', attempts: 2, outcome: 'no-address' },
      b: { state: 'joined', digestId: 'd1', attempts: 0 },
    });
    const month = { branchId: 'dongwan', period: '2026-10', limit: 9 };
    expect((await store.withoutAddress(month)).map(({ key }) => key)).toEqual(['a']);
    expect(await store.deliveries(month)).toMatchObject({ total: 2 });
  });

  it('a digest is no message of the inbox, read with all or unread', async () => {
    const store = await make();
    await store.addAll([aMessage({ key: 'digest/2026-11-11', gathers: '2026-11-11', branchId: '', period: '', round: 0 })]);
    expect(await store.inbox({ recipient: 'p-li', limit: 9 })).toEqual({ items: [], unread: 0 });
    expect(await store.markAllRead('p-li', 9_999, 1)).toBe(0);
    expect(await store.startable(1, 9, 'all')).toHaveLength(1);
  });
});

describe('the queries of the record of messages', () => {
  it.each([
    ['inbox', { recipient: 'p-li' }],
    ['deliveries', { branchId: 'dongwan', period: '2026-10' }],
    ['startable', { 'mail.state': 'queued', 'mail.dueAt': { $lte: 1 } }],
    ['startable at once', { atOnce: true, 'mail.state': 'queued', 'mail.dueAt': { $lte: 1 } }],
    ['waiting for a digest', { 'digest.state': 'waiting', 'digest.dueAt': { $lte: 1 }, 'digest.passedOver': { $ne: 'd' } }],
    ['joined', { recipient: 'p-li', 'digest.digestId': 'd' }],
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
