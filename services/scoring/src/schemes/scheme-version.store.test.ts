import { describeStore } from '@jifen/test-kit';
import { fakeSchemeVersionStore } from './scheme-version.store.fake.ts';
import { schemeVersionStoreSuite } from './scheme-version.store.suite.ts';

describeStore('versions of schemes', { fake: fakeSchemeVersionStore }, schemeVersionStoreSuite);
