import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ensureIndexes } from '@jifen/service-kit';
import { describeStore, type Plantable, plantedIn, withDatabase } from '@jifen/test-kit';
import { aBranchMonth, inBranch } from '../branch-months/branch-month.builders.ts';
import { fakeBranchMonthStore } from '../branch-months/branch-month.store.fake.ts';
import { mongoBranchMonthStore } from '../branch-months/branch-month.store.mongo.ts';
import { branchMonthStoreSuite } from '../branch-months/branch-month.store.suite.ts';
import type { BranchMonthStore } from '../branch-months/branch-month.store.ts';
import { anAct, anApplication } from './act.builders.ts';
import { fakeActStore } from './act.store.fake.ts';
import { mongoActStore } from './act.store.mongo.ts';
import { actStoreSuite } from './act.store.suite.ts';
import type { ActStore } from './act.store.ts';

const database = withDatabase();
let acts: ReturnType<typeof mongoActStore>;
let months: ReturnType<typeof mongoBranchMonthStore>;

beforeAll(async () => {
  acts = mongoActStore(database.connection());
  months = mongoBranchMonthStore(database.connection());
  await ensureIndexes([...acts.models, ...months.models] as never[]);
}, 60_000);

/** A store keeps in mind what it has read: each test has its own. */
beforeEach(() => {
  months = mongoBranchMonthStore(database.connection());
});

afterEach(async () => {
  await acts.models[0]?.deleteMany({});
  await months.models[0]?.deleteMany({});
});

describeStore<ActStore & Plantable>('acts', { fake: fakeActStore, real: () => plantedIn(acts, acts.models[0]) }, actStoreSuite);
describeStore<BranchMonthStore & Plantable>(
  'branch-months',
  { fake: fakeBranchMonthStore, real: () => plantedIn(months, months.models[0]) },
  branchMonthStoreSuite,
);

const event = (n: number) => ({ id: `event-${n}`, type: 'notice', at: n, payload: { n } });

describe('events of the same write', () => {
  it('travel in the act, and are appended by each change of its status', async () => {
    await acts.insert(anAct(), [event(1)]);
    await acts.becomeEffective('review-one', [event(2)]);
    const stored = await acts.models[0]?.findById('review-one').lean();
    expect(stored?.pending).toEqual([event(1), event(2)]);
  });

  it('to apply an act go when it is applied; the others stay, in their order, and what follows comes once', async () => {
    const fold = { id: 'fold/one', type: 'fold', at: 2, payload: {} };
    await acts.insert(anApplication(), [event(1), fold, event(3)]);
    for (const _time of [1, 2])
      await acts.markApplied([{ actId: 'application-one', events: [{ ...event(4), payload: { price: '$five' } }] }]);
    const stored = await acts.models[0]?.findById('application-one').lean();
    expect(stored?.pending).toEqual([event(1), event(3), { ...event(4), payload: { price: '$five' } }]);
    expect(stored).not.toHaveProperty('unfolded');
  });

  it('are announced to the open months of one branch, or of all', async () => {
    await months.insert(aBranchMonth(), []);
    await months.insert(inBranch('dongwan', { period: '2026-09', stage: 'closed' }), []);
    await months.insert(inBranch('xiwan'), []);
    await months.announce([event(1)]);
    await months.announce([event(2)], { branchId: 'dongwan' });
    const stored = await months.models[0]?.find().sort({ _id: 1 }).lean();
    expect(stored?.map(({ _id, pending }) => [_id, pending])).toEqual([
      ['dongwan/2026-09', []],
      ['dongwan/2026-10', [event(1), event(2)]],
      ['xiwan/2026-10', [event(1)]],
    ]);
  });

  it('are announced only where something falls due in a time: a reminder, or the end of what passes by itself', async () => {
    const due = (dueAt: number, at: number[] = []) => {
      const reminders = at.map((instant, index) => ({ at: instant, n: index + 1, level: 0 }));
      return { deadlines: [{ step: 'application' as const, dueAt, lastDay: '2026-11-05', reminders }] };
    };
    await months.insert(inBranch('later', due(5_000, [2_001])), []);
    await months.insert(inBranch('over', { ...due(1_000), stage: 'closed' }), []);
    await months.insert(inBranch('passes', due(2_000)), []);
    await months.insert(inBranch('reminded', due(5_000, [2_000, 4_000])), []);
    await months.insert(inBranch('waits', { deadlines: [], stage: 'meeting' }), []);
    await months.insert(inBranch('told', due(5_000, [1_000, 4_000])), []);
    await months.announce([event(1)], { waking: { after: 1_000, until: 2_000 } });
    const told = await months.models[0]
      ?.find({ pending: { $ne: [] } })
      .sort({ _id: 1 })
      .lean();
    expect(told?.map(({ branchId }) => branchId)).toEqual(['passes', 'reminded']);
  });

  it('come with a month that another process has written meanwhile, whole or in parts', async () => {
    const other = mongoBranchMonthStore(database.connection());
    await months.insert(aBranchMonth(), []);
    const read = await months.find('dongwan', '2026-10');
    if (!read) throw new Error('the month is not there');
    expect(await other.update({ ...read, version: 2, rosterHash: 'another' }, [event(1)])).toBe('written');
    expect(await months.update({ ...read, version: 2, actIds: ['one'] }, [event(2)])).toBe('outdated');
    const again = await months.find('dongwan', '2026-10');
    expect(again).toEqual({ ...read, version: 2, rosterHash: 'another' });
    expect(await months.update({ ...read, version: 3, rosterHash: 'another', actIds: ['one'] }, [event(2)])).toBe('written');
    const stored = await months.models[0]?.findById('dongwan/2026-10').lean();
    expect(stored).toMatchObject({ version: 3, rosterHash: 'another', actIds: ['one'], pending: [event(1), event(2)] });
    await months.models[0]?.deleteOne({ _id: 'dongwan/2026-10' });
    expect(await months.find('dongwan', '2026-10')).toBeUndefined();
  });

  it('come with a month that is written over a version this process has not read', async () => {
    const other = mongoBranchMonthStore(database.connection());
    await months.insert(aBranchMonth(), []);
    const read = await months.find('dongwan', '2026-10');
    if (!read) throw new Error('the month is not there');
    expect(await other.update({ ...read, version: 2, rosterHash: 'another' }, [])).toBe('written');
    expect(await months.update({ ...read, version: 3 }, [event(1)])).toBe('written');
    expect(await months.find('dongwan', '2026-10')).toEqual({ ...read, version: 3 });
    expect((await months.models[0]?.findById('dongwan/2026-10').lean())?.rosterHash).toBe(read.rosterHash);
  });

  it('are not lost or brought back when a month is written while its relay takes them away', async () => {
    await months.insert(aBranchMonth(), [event(1)]);
    const read = await months.find('dongwan', '2026-10');
    await months.models[0]?.updateOne({ _id: 'dongwan/2026-10' }, { $pull: { pending: { id: 'event-1' } } });
    if (read) await months.update({ ...read, version: 2 }, [event(2)]);
    const stored = await months.models[0]?.findById('dongwan/2026-10').lean();
    expect(stored?.pending).toEqual([event(2)]);
  });
});

describe("queries of the decisions' side", () => {
  it.each([
    ['the live act of a key', 'businessKey_1', () => acts.models[0]?.find({ businessKey: 'k', live: true })],
    [
      'acts that are not applied',
      'branchId_1_period_1_unfolded_1',
      () => acts.models[0]?.find({ branchId: 'b', period: 'p', unfolded: true }),
    ],
    [
      'acts of a month',
      'branchId_1_period_1_enteredAt_1',
      () => acts.models[0]?.find({ branchId: 'b', period: 'p' }).sort({ enteredAt: 1 }),
    ],
    ['refused acts of a person', 'by.personId_1_status_1_at_-1', () => acts.models[0]?.find({ 'by.personId': 'p', status: 'refused' })],
    ['months of a scope', 'scopes_1', () => months.models[0]?.find({ scopes: '/a' }).sort({ period: -1, _id: 1 })],
    [
      'months of a scope, what is due first',
      'scopes_1',
      () => months.models[0]?.find({ scopes: '/a', lateFrom: { $lte: 5 } }).sort({ lateFrom: 1, _id: 1 }),
    ],
    [
      'months of a scope and a period, what is due first',
      'scopes_1',
      () => months.models[0]?.find({ scopes: '/a', period: 'p', lateFrom: { $lte: 5 } }).sort({ lateFrom: 1, _id: 1 }),
    ],
    ['open months', 'closed_1__id_1', () => months.models[0]?.find({ closed: false }).sort({ _id: 1 })],
  ] as const)('%s are found by the index %s', async (_name, index, query) => {
    const plan = JSON.stringify(await query()?.explain('queryPlanner'));
    expect(plan).toContain(`"indexName":"${index}`);
    expect(plan).not.toContain('COLLSCAN');
  });
});
