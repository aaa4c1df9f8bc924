import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ensureIndexes } from '@jifen/service-kit';
import { describeStore, type Plantable, plantedIn, withDatabase } from '@jifen/test-kit';
import { fakeCountyMonthStore } from './county-month.store.fake.ts';
import { mongoCountyMonthStore } from './county-month.store.mongo.ts';
import { countyMonthStoreSuite } from './county-month.store.suite.ts';
import type { CountyMonthStore } from './county-month.store.ts';

const database = withDatabase();
let months: ReturnType<typeof mongoCountyMonthStore>;

beforeAll(async () => {
  months = mongoCountyMonthStore(database.connection());
  await ensureIndexes(months.models as never[]);
}, 60_000);

afterEach(async () => {
  await months.models[0]?.deleteMany({});
});

describeStore<CountyMonthStore & Plantable>(
  'county months',
  { fake: fakeCountyMonthStore, real: () => plantedIn(months, months.models[0]) },
  countyMonthStoreSuite,
);

const event = (n: number) => ({ id: `event-${n}`, type: 'audit', at: n, payload: { n } });
const october = { countyId: 'qinghe', period: '2026-10' };

describe('events of a county’s month', () => {
  it('travel in the same write', async () => {
    await months.insert({ _id: 'qinghe/2026-10', ...october, begunAt: 1, refusals: {} }, [event(1)]);
    await months.refuse(october, 'dongwan', { branchName: '东湾村党支部', code: 'no-year-plan', facts: {}, at: 2 }, [event(2)]);
    await months.finish(october, { finishedAt: 3, counts: { branches: 1, open: 0 } }, [event(3)]);
    const stored = await months.models[0]?.findById('qinghe/2026-10').lean();
    expect(stored?.pending).toEqual([event(1), event(2), event(3)]);
  });

  it('the newest month of a county is found by an index', async () => {
    const query = months.models[0]?.find({ countyId: 'qinghe' }).sort({ period: -1 });
    const plan = JSON.stringify(await query?.explain('queryPlanner'));
    expect(plan).toContain('"indexName":"countyId_1_period_-1"');
    expect(plan).not.toContain('COLLSCAN');
  });
});
