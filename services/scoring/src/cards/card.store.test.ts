import { fakeCardStore } from './card.store.fake.ts';
import { cardStoreSuite } from './card.store.suite.ts';

cardStoreSuite(fakeCardStore);
