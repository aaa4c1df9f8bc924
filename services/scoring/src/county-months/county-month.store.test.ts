import { describeStore } from '@jifen/test-kit';
import { fakeCountyMonthStore } from './county-month.store.fake.ts';
import { countyMonthStoreSuite } from './county-month.store.suite.ts';

describeStore('county months', { fake: fakeCountyMonthStore }, countyMonthStoreSuite);
