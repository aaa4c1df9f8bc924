import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createLogger, ensureIndexes } from '@jifen/service-kit';
import { withDatabase } from '@jifen/test-kit';
import { mongoStores } from '../assembly.ts';
import { members, posting, recorder, secretary, superior } from '../decisions/october.builders.ts';
import { coreHandlers, eventHandlers } from '../handlers.ts';
import { readWorld } from '../overview/reads.builders.ts';
import { breakOnce } from '../recording/crashing.ts';
import { createRelays } from '../relays.ts';
import { reachDeadline } from '../timing/reach-deadline.ts';
import { aReviewedQuarter, meetingOfQuarter, type Quarter, quarter } from './quarter.builders.ts';

const database = withDatabase();
const logger = createLogger('test', 'silent');
let stores: ReturnType<typeof mongoStores>;
let world: Quarter;

beforeAll(async () => {
  stores = mongoStores(database.connection());
  await ensureIndexes(Object.values(stores).flatMap(({ models }) => models as never[]));
}, 60_000);

beforeEach(async () => {
  world = await aReviewedQuarter(stores);
});

afterEach(async () => {
  for (const { models } of Object.values(stores)) for (const model of models) await model.collection.deleteMany({});
});

/** A process that starts after another was killed, whose leases have run out: whatever waits in the record is delivered. */
async function relay(): Promise<void> {
  await database.connection().collection('leases').deleteMany({});
  const deps = { ...(await readWorld()).reads, ...world.deps, ...stores, realNow: () => 2_000_000 };
  const handlers = eventHandlers(deps);
  const relays = createRelays({ connection: database.connection(), appender: { append: async () => undefined }, logger, handlers });
  for (let delivered = 1; delivered > 0; ) {
    delivered = 0;
    for (const one of relays) delivered += await one.runOnce();
  }
}

const stages = () => Promise.all(quarter.map(async (period) => (await world.month(period)).stage));
const amountsOf = async (memberId: string) => (await stores.ledger.ofYear(memberId, 2026)).map(({ period, amount }) => [period, amount]);
const meet = () => world.decide(recorder, meetingOfQuarter, { actId: 'meeting-one' });
const post = async () => {
  world.clock.set('2026-11-11T09:00:00+08:00');
  await world.decide(recorder, posting, { actId: 'posting-one' });
};

describe('a quarter in the record', () => {
  it('is resolved, posted and filed once, and each month has its rows in the ledger and its sheets', async () => {
    await meet();
    await relay();
    expect(await stages()).toEqual(['posting', 'posting', 'posting']);
    expect(await amountsOf('member-5')).toEqual([
      ['2026-07', 500],
      ['2026-08', 500],
      ['2026-09', 500],
    ]);
    expect((await stores.sheets.ofYear('member-5', 2026)).map(({ period, yearToDate }) => [period, yearToDate.task])).toEqual([
      ['2026-07', 500],
      ['2026-08', 1000],
      ['2026-09', 1500],
    ]);
    await post();
    await relay();
    expect(await stages()).toEqual(['publicity', 'publicity', 'publicity']);
    world.clock.set('2026-11-19T09:00:00+08:00');
    for (const period of quarter) {
      await reachDeadline(world.deps, { branchId: 'dongwan', period, step: 'publicity', round: 1, now: world.clock.now(), audited: [] });
    }
    await world.decide(secretary, { kind: 'file' });
    await world.decide(superior, { kind: 'receive' });
    await relay();
    expect(await stages()).toEqual(['filed', 'filed', 'filed']);
    const list = members.map((n) => ({
      memberId: `member-${n}`,
      baseBalance: 2000,
      task: 500,
      reward: 0,
      honour: 0,
      total: 500,
      yearToDate: 2500,
    }));
    expect((await world.month('2026-07')).publications).toEqual([
      { round: 1, postedOn: '2026-11-11', place: '村务公开栏', filedAt: world.clock.now(), receiptNumber: '202609-dongwan-1', list },
    ]);
  });

  it('relayed twice has one effect', async () => {
    await meet();
    await relay();
    const [before, rows] = [await world.month('2026-07'), await amountsOf('member-5')];
    await database
      .connection()
      .collection('acts')
      .updateMany({}, { $set: { pending: [] } });
    await stores.acts.models[0]?.updateOne(
      { _id: 'meeting-one' },
      { $push: { pending: { id: 'follow/again', type: 'follow', at: 1, payload: { actId: 'meeting-one' } } } },
    );
    await relay();
    expect(await world.month('2026-07')).toEqual(before);
    expect(await amountsOf('member-5')).toEqual(rows);
  });

  it.each([
    ['acts', 'insert'],
    ['months', 'update'],
    ['acts', 'becomeEffective'],
  ] as const)('a process that dies in the middle, at %s.%s, leaves nothing undone', async (store, method) => {
    await meet();
    world.deps[store] = { ...world.deps[store] } as never;
    breakOnce(world.deps[store] as never, method as never, 'after');
    const broken = { ...coreHandlers(world.deps) };
    await expect(broken.follow?.({ actId: 'meeting-one' }, { documentId: 'meeting-one' })).rejects.toThrow(`broken after ${method}`);
    await relay();
    expect(await stages()).toEqual(['posting', 'posting', 'posting']);
    expect(await amountsOf('member-5')).toHaveLength(3);
  });

  it('whose meeting is withdrawn before a month has followed it ends like its closing month, without a row too many', async () => {
    await meet();
    await world.decide(recorder, { kind: 'withdraw', actId: 'meeting-one' }, { actId: 'withdrawal-one' });
    await relay();
    expect(await stages()).toEqual(['meeting', 'meeting', 'meeting']);
    const sum = (await amountsOf('member-5')).reduce((total, [, amount]) => total + Number(amount), 0);
    expect(sum).toBe(0);
    await world.decide(recorder, meetingOfQuarter, { actId: 'meeting-two' });
    await relay();
    expect(await stages()).toEqual(['posting', 'posting', 'posting']);
    expect((await world.month('2026-08')).decidedWith).toEqual({ closing: '2026-09', by: 'quarter' });
  });

  it('waits for a month whose process is away, without holding up the closing month', async () => {
    await relay();
    await meet();
    world.processes.mood = 'unreachable';
    const deps = { ...world.deps, processes: { ...world.processes, signal: async () => 'delivered' as const } };
    world.deps = deps;
    await relay();
    expect(await stages()).toEqual(['meeting', 'meeting', 'posting']);
    expect((await world.month('2026-09')).awaitingProjection).toBeUndefined();
    world.processes.mood = 'applies';
    world.deps = { ...deps, processes: world.processes };
    await relay();
    expect(await stages()).toEqual(['posting', 'posting', 'posting']);
  });

  it('is late with nobody while it waits, but with the closing month', async () => {
    const months = stores.months.models[0];
    const late = await months?.find({ lateFrom: { $lte: Date.parse('2026-12-05T00:00:00+08:00') } }).distinct('period');
    expect(late).toEqual(['2026-09']);
  });
});
