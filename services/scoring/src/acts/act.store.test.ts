import { describeStore } from '@jifen/test-kit';
import { fakeBranchMonthStore } from '../branch-months/branch-month.store.fake.ts';
import { branchMonthStoreSuite } from '../branch-months/branch-month.store.suite.ts';
import { fakeActStore } from './act.store.fake.ts';
import { actStoreSuite } from './act.store.suite.ts';

describeStore('acts', { fake: fakeActStore }, actStoreSuite);
describeStore('branch-months', { fake: fakeBranchMonthStore }, branchMonthStoreSuite);
