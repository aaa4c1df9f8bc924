import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { ensureIndexes } from '@jifen/service-kit';
import { type Document, describeStore, withDatabase } from '@jifen/test-kit';
import { fakeMember } from './member.fakes.ts';
import { fakeVersionedStore } from './record/versioned.store.fake.ts';
import { mongoVersionedStore } from './record/versioned.store.mongo.ts';
import { type Sample, samples, versionedStoreSuite } from './record/versioned.store.suite.ts';
import { type PlantedStores, storesSuite } from './stores.suite.ts';
import { ensureStoreIndexes, mongoStores } from './stores.ts';

const database = withDatabase();

async function emptyVersionedStore() {
  const store = mongoVersionedStore(database.connection(), samples(`samples-${randomUUID().slice(0, 8)}`));
  await ensureIndexes([store.model as never]);
  return store;
}

async function emptyStores() {
  for (const name of database.connection().modelNames()) database.connection().deleteModel(name);
  const stores = mongoStores(database.connection());
  for (const { model } of Object.values(stores)) await (model as typeof stores.people.model).deleteMany({});
  await ensureStoreIndexes(stores);
  const { organisations, people, accounts, clocks, calendars, evaluations, extensions } = stores;
  const versioned = { organisations, people, accounts, clocks, calendars, evaluations, extensions };
  const planted = Object.entries(versioned).map(([name, store]) => {
    const plant = (document: Document) => store.model.collection.insertOne(document as never);
    return [name, { ...store, plant }];
  });
  return { ...stores, ...Object.fromEntries(planted) } as typeof stores & PlantedStores;
}

describeStore(
  'versioned aggregates',
  { fake: () => fakeVersionedStore<Sample>(samples()), real: emptyVersionedStore },
  versionedStoreSuite,
);
describeStore('stores of member', { fake: () => fakeMember().stores, real: emptyStores }, storesSuite);

describe('people (real)', () => {
  it('never share an identity number, whoever writes first', async () => {
    const { people } = await emptyStores();
    const value = { name: '党员', nameKey: 'd', fingerprint: 'f', identityIndex: 'same' };
    await people.write([{ id: 'person-1', value, replaces: 0 }]);
    await expect(people.write([{ id: 'person-2', value, replaces: 0 }])).rejects.toThrow('people');
  });
});
