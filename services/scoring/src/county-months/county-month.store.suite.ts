import { expect, it } from '@jest/globals';
import { plain } from '@jifen/service-kit';
import { documentSuite, type Plantable } from '@jifen/test-kit';
import { type CountyMonthRecord, type CountyMonthStore, countyMonthId } from './county-month.store.ts';

const october = { countyId: 'qinghe', period: '2026-10' };
const aCountyMonth = (of: Partial<CountyMonthRecord> = {}): CountyMonthRecord => {
  const { countyId, period } = { ...october, ...of };
  return { _id: countyMonthId({ countyId, period }), countyId, period, begunAt: 1_000, refusals: {}, ...of };
};
const vacant = (at: number) => ({ branchName: '东湾村党支部', code: 'post-vacant', facts: { role: 'recorder' }, at });

export function countyMonthStoreSuite(make: () => Promise<CountyMonthStore & Plantable>): void {
  documentSuite<CountyMonthStore>(
    { make, read: (months) => months.find(october) },
    {
      collection: 'countyMonths',
      document: plain(aCountyMonth({ refusals: { dongwan: vacant(1) } })),
      broken: { begunAt: undefined, refusals: undefined, 'refusals.dongwan.code': 5, counts: null },
    },
  );

  it('keeps a month as it began, once', async () => {
    const months = await make();
    expect(await months.insert(aCountyMonth(), [])).toBe('inserted');
    expect(await months.insert(aCountyMonth({ begunAt: 2_000 }), [])).toBe('exists');
    expect(await months.find(october)).toEqual(aCountyMonth());
    expect(await months.find({ ...october, period: '2026-09' })).toBeUndefined();
  });

  it('knows the newest month of a county', async () => {
    const months = await make();
    for (const period of ['2026-09', '2026-11', '2026-10']) await months.insert(aCountyMonth({ period }), []);
    await months.insert(aCountyMonth({ countyId: 'lingshan', period: '2026-12' }), []);
    expect((await months.newest('qinghe'))?.period).toBe('2026-11');
    expect(await months.newest('elsewhere')).toBeUndefined();
  });

  it('keeps one refusal of a branch, the last', async () => {
    const months = await make();
    await months.insert(aCountyMonth(), []);
    await months.refuse(october, 'dongwan', vacant(2_000), []);
    await months.refuse(october, 'dongwan', vacant(3_000), []);
    await months.refuse(october, 'xi-wan-2', vacant(4_000), []);
    expect((await months.find(october))?.refusals).toEqual({ dongwan: vacant(3_000), 'xi-wan-2': vacant(4_000) });
  });

  it('begins with a refusal where nobody began it', async () => {
    const months = await make();
    await months.refuse(october, 'dongwan', vacant(2_000), []);
    expect(await months.find(october)).toEqual(aCountyMonth({ begunAt: 2_000, refusals: { dongwan: vacant(2_000) } }));
  });

  it('forgets the refusal of a branch that is open, and counts it once', async () => {
    const months = await make();
    await months.insert(aCountyMonth(), []);
    await months.refuse(october, 'dongwan', vacant(2_000), []);
    await months.refuse(october, 'xiwan', vacant(2_000), []);
    await months.settle(october, 'xiwan');
    await months.finish(october, { finishedAt: 5_000, counts: { branches: 20, open: 19 } }, []);
    await months.settle(october, 'dongwan');
    await months.settle(october, 'dongwan');
    await months.settle(october, 'nanwan');
    expect(await months.find(october)).toEqual(aCountyMonth({ finishedAt: 5_000, counts: { branches: 20, open: 20 } }));
  });

  it('has nothing to forget in a month that did not open by itself', async () => {
    const months = await make();
    await months.settle(october, 'dongwan');
    expect(await months.find(october)).toBeUndefined();
  });

  it('loses no refusal when several branches refuse at once', async () => {
    const months = await make();
    await months.insert(aCountyMonth(), []);
    const branches = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    await Promise.all(branches.map((branchId) => months.refuse(october, branchId, vacant(2_000), [])));
    expect(Object.keys((await months.find(october))?.refusals ?? {}).sort()).toEqual(branches);
  });
}
