import { beforeEach, describe, expect, it } from '@jest/globals';
import { eventually, withDatabase } from '@jifen/test-kit';
import { createLogger } from '../log/logger.ts';
import { byPendingIndex, type PendingEvent, somethingPending } from './pending-index.ts';
import { createRelay, type Relay, type RelayOptions } from './relay.ts';

const database = withDatabase();
const logger = createLogger('test', 'silent');
const aRecord = (eventId: string) => ({
  eventId,
  at: 1,
  actor: 'wang',
  service: 'console',
  action: 'note-written',
  target: 'note-1',
  result: 'done',
  requestId: 'request-1',
});
const event = (id: string, type = 'notice'): PendingEvent => ({ id, type, at: 1, payload: { eventId: id } });

type Act = { _id: string; pending: PendingEvent[] };
const acts = () => database.connection().collection<Act>('acts');
const sent = () => database.connection().collection<{ _id: string; sentAt: Date }>('sent');
const pendingOf = async (id: string) => (await acts().findOne({ _id: id }))?.pending.map((waiting) => waiting.id);

let delivered: string[];
let refusals: number;
let poisoned: Set<string>;

function relayOf(name = 'acts', options: Partial<Pick<RelayOptions, 'leaseMs' | 'intervalMs' | 'uncopied'>> = {}): Relay {
  const deliver = async ({ id }: PendingEvent) => {
    if (poisoned.has(id)) {
      refusals += 1;
      throw new Error('poisoned');
    }
    delivered.push(id);
  };
  return createRelay({ name, connection: database.connection(), collection: 'acts', deliver, logger, ...options });
}

beforeEach(async () => {
  delivered = [];
  refusals = 0;
  poisoned = new Set();
  await acts().deleteMany({});
  await sent().deleteMany({});
  await database.connection().collection('leases').deleteMany({});
});

describe('the relay', () => {
  it('delivers in order, keeps a copy for 35 days and pulls what was delivered', async () => {
    await acts().insertOne({ _id: 'a1', pending: [event('1'), event('2')] });
    expect(await relayOf().runOnce()).toBe(2);
    expect(delivered).toEqual(['1', '2']);
    expect(await pendingOf('a1')).toEqual([]);
    const copy = await sent().findOne({ _id: '2' });
    expect(copy).toMatchObject({ type: 'notice', collection: 'acts', documentId: 'a1' });
    expect(copy?.sentAt).toBeInstanceOf(Date);
  });

  it('reads no document on which nothing waits, however many there are', async () => {
    await acts().insertMany(Array.from({ length: 2_000 }, (_, n) => ({ _id: `a${n}`, pending: n === 7 ? [event('7')] : [] })));
    expect(await relayOf().runOnce()).toBe(1);
    const plan = JSON.stringify(await acts().find(somethingPending, byPendingIndex).limit(50).explain('queryPlanner'));
    expect(plan).toContain('"indexName":"pending"');
    expect(plan).not.toMatch(/Seq Scan|COLLSCAN/);
  });

  it('is blocked by a failing event in that document only, and waits before the next attempt', async () => {
    poisoned = new Set(['2']);
    await acts().insertMany([
      { _id: 'a1', pending: [event('1'), event('2'), event('3')] },
      { _id: 'a2', pending: [event('4')] },
    ]);
    const relay = relayOf();
    expect(await relay.runOnce()).toBe(2);
    expect(await relay.runOnce()).toBe(0);
    expect(refusals).toBe(1);
    expect(await pendingOf('a1')).toEqual(['2', '3']);
    expect(await pendingOf('a2')).toEqual([]);
  });

  it.each([
    ['without a type', { id: '1', at: 1, payload: {} }],
    ['of an audit record without its actor', { ...event('1', 'audit'), payload: { ...aRecord('1'), actor: undefined } }],
  ])('is held up by an event %s in its own document only', async (_what, unreadable) => {
    await acts().insertMany([
      { _id: 'a1', pending: [unreadable as PendingEvent] },
      { _id: 'a2', pending: [event('4')] },
    ]);
    const relay = relayOf();
    expect([await relay.runOnce(), await relay.runOnce()]).toEqual([1, 0]);
    expect(await pendingOf('a1')).toEqual(['1']);
  });

  it('delivers again what was delivered but not yet settled, and keeps one copy', async () => {
    const pending = [event('1')];
    await acts().insertOne({ _id: 'a1', pending });
    const relay = relayOf();
    await relay.runOnce();
    await acts().updateOne({ _id: 'a1' }, { $set: { pending } });
    await relay.runOnce();
    expect(delivered).toEqual(['1', '1']);
    expect(await sent().countDocuments()).toBe(1);
    expect(await pendingOf('a1')).toEqual([]);
  });

  it('keeps no copy of events whose effect is recorded elsewhere', async () => {
    await acts().insertOne({ _id: 'a1', pending: [event('1', 'signal'), event('2')] });
    expect(await relayOf('acts', { uncopied: ['signal'] }).runOnce()).toBe(2);
    expect((await sent().find({}).toArray()).map(({ _id }) => _id)).toEqual(['2']);
    expect(await pendingOf('a1')).toEqual([]);
  });

  it('works in one process at a time; another takes over when the lease has run out', async () => {
    await acts().insertOne({ _id: 'a1', pending: [event('1')] });
    expect(await relayOf('acts', { leaseMs: 3_000 }).runOnce()).toBe(1);
    await acts().insertOne({ _id: 'a2', pending: [event('2')] });
    const other = relayOf('acts');
    expect(await other.runOnce()).toBe(0);
    await eventually(async () => expect(await other.runOnce()).toBe(1));
  });

  it('gives its lease back when it stops', async () => {
    const first = relayOf();
    await first.start();
    await eventually(async () => expect(await database.connection().collection('leases').countDocuments()).toBe(1));
    await first.stop();
    await acts().insertOne({ _id: 'a1', pending: [event('1')] });
    expect(await relayOf().runOnce()).toBe(1);
  });

  it('starts a round at once when it is woken', async () => {
    const relay = relayOf('acts', { intervalMs: 60_000 });
    await relay.start();
    await eventually(async () => expect(await database.connection().collection('leases').countDocuments()).toBe(1));
    await acts().insertOne({ _id: 'a1', pending: [event('1')] });
    relay.wake();
    await eventually(() => expect(delivered).toEqual(['1']));
    await relay.stop();
  });

  it('chains the audit records of documents that wait behind a full round', async () => {
    const record = (n: number): PendingEvent => ({ id: `r${n}`, type: 'audit', at: 1, payload: aRecord(`r${n}`) });
    await acts().insertMany([1, 2, 3, 4, 5].map((n) => ({ _id: `a${n}`, pending: [record(n), event(`e${n}`)] })));
    const chained = new Set<string>();
    const audit = async ({ eventId }: { eventId: string }) => void chained.add(eventId);
    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const deliver = async ({ id }: PendingEvent) => {
      await held;
      delivered.push(id);
    };
    const relay = createRelay({ name: 'acts', connection: database.connection(), collection: 'acts', batch: 2, audit, deliver, logger });
    const round = relay.runOnce();
    await eventually(() => expect(chained.size).toBe(5));
    expect(delivered).toEqual([]);
    letGo();
    expect(await round).toBe(4);
    const waiting = await acts().find({}).toArray();
    expect(waiting.flatMap(({ pending }) => pending.map(({ type }) => type))).toEqual(['notice', 'notice', 'notice']);
    expect([...(await relay.runOnce().then(() => delivered))]).toHaveLength(4);
  });

  it('goes through more documents than one batch holds', async () => {
    await acts().insertMany(Array.from({ length: 120 }, (_, n) => ({ _id: `a${n}`, pending: [event(`e${n}`)] })));
    const relay = relayOf('acts', { intervalMs: 60_000 });
    await relay.start();
    await eventually(() => expect(new Set(delivered).size).toBe(120));
    await relay.stop();
    expect(delivered).toHaveLength(120);
  });
});
