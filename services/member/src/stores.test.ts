import { describeStore } from '@jifen/test-kit';
import { fakeMember } from './member.fakes.ts';
import { fakeVersionedStore } from './record/versioned.store.fake.ts';
import { type Sample, samples, versionedStoreSuite } from './record/versioned.store.suite.ts';
import { storesSuite } from './stores.suite.ts';

describeStore('versioned aggregates', { fake: () => fakeVersionedStore<Sample>(samples()) }, versionedStoreSuite);
describeStore('stores of member', { fake: () => fakeMember().stores }, storesSuite);
