import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ensureIndexes } from '@jifen/service-kit';
import { describeStore, type Plantable, plantedIn, withDatabase } from '@jifen/test-kit';
import { adoptedFrom, aVersion } from './scheme-version.builders.ts';
import { fakeSchemeVersionStore } from './scheme-version.store.fake.ts';
import { mongoSchemeVersionStore } from './scheme-version.store.mongo.ts';
import { schemeVersionStoreSuite } from './scheme-version.store.suite.ts';
import type { SchemeVersionStore } from './scheme-version.store.ts';

const database = withDatabase();
let versions: ReturnType<typeof mongoSchemeVersionStore>;

beforeAll(async () => {
  versions = mongoSchemeVersionStore(database.connection());
  await ensureIndexes(versions.models as never[]);
}, 60_000);

afterEach(async () => {
  await versions.models[0]?.deleteMany({});
});

describeStore<SchemeVersionStore & Plantable>(
  'versions of schemes',
  { fake: fakeSchemeVersionStore, real: () => plantedIn(versions, versions.models[0]) },
  schemeVersionStoreSuite,
);

const event = (n: number) => ({ id: `event-${n}`, type: 'audit', at: n, payload: { n } });

describe('versions of schemes in the store', () => {
  it('carry their events in the same write, and lose none to another write', async () => {
    await versions.insert(aVersion(1), [event(1)]);
    await versions.update(aVersion(1, { version: 2, state: adoptedFrom('2026-11') }), [event(2)]);
    await versions.update(aVersion(1, { version: 2 }), [event(3)]);
    expect((await versions.models[0]?.findById('version-1').lean())?.pending).toEqual([event(1), event(2)]);
  });

  it('keep a scheme with a key that every object answers to', async () => {
    const scheme = { ...aVersion(1).scheme, classes: [{ id: 'a', title: '甲' }] };
    const byClass = JSON.parse('{"constructor":"1"}');
    const odd = { ...scheme, score: { kind: 'item', id: 'a', title: '项', measure: { kind: 'fixed', value: { byClass } } } } as const;
    await versions.insert(aVersion(1, { scheme: odd }), []);
    expect((await versions.find('version-1'))?.scheme).toEqual(odd);
  });

  it.each([
    ['what is in force', { countyId: 'qinghe', sector: 'village-community', from: { $lte: '2026-11' } }, { from: -1 }],
    ['what comes next', { countyId: 'qinghe', sector: 'village-community', from: { $gt: '2026-11' } }, { from: 1 }],
    ['the newest', { countyId: 'qinghe', sector: 'village-community' }, { number: -1 }],
  ] as const)('%s is found by an index, among the versions of one sector', async (_what, filter, order) => {
    const plan = JSON.stringify(await versions.models[0]?.find(filter).sort(order).explain('queryPlanner'));
    expect(plan).toContain('"indexName":"countyId_1_sector_1_');
    expect(plan).not.toContain('COLLSCAN');
  });
});
