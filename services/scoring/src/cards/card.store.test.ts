import { describeStore } from '@jifen/test-kit';
import { fakeCardStore } from './card.store.fake.ts';
import { cardStoreSuite } from './card.store.suite.ts';

describeStore('cards', { fake: fakeCardStore }, cardStoreSuite);
