import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { withDatabase } from '@jifen/test-kit';
import { mongo } from 'mongoose';
import { mongoBranchMonthStore } from './branch-month.store.mongo.ts';

type Kept = { branchMonths: { _id: never; branchId: string; period: string; stage: string }[] };
const database = withDatabase();
const kept: Kept = mongo.BSON.EJSON.parse(readFileSync(join(import.meta.dirname, '../../../../tests/upgrade/first-version.json'), 'utf8'));
const open = kept.branchMonths.filter(({ stage }) => stage !== 'closed');
let months: ReturnType<typeof mongoBranchMonthStore>;

beforeAll(async () => {
  months = mongoBranchMonthStore(database.connection());
  await database.connection().collection('branchMonths').insertMany(kept.branchMonths);
}, 60_000);

describe('months that the first version wrote', () => {
  it('are read whole and in lists, and stay so after they are written by this version', async () => {
    const [{ branchId, period }] = open as [(typeof open)[number]];
    const record = await months.find(branchId, period);
    expect(record?.scheme).toMatchObject({ format: 'jifen-scheme/1', id: record?.state.profile.id });
    const inHand = await months.open({ limit: 10 });
    expect(inHand.map(({ state }) => state.profile.base.yearStart)).toEqual(open.map(() => 2000));
    if (!record) throw new Error('the month is not there');
    expect(await months.update({ ...record, version: record.version + 1 }, [])).toBe('written');
    const again = await months.find(branchId, period);
    expect(again).toEqual({ ...record, version: record.version + 1 });
    expect(again?.state).not.toHaveProperty('scheme');
  });
});
