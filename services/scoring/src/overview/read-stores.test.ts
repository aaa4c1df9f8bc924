import { describeStore } from '@jifen/test-kit';
import { fakeLedgerStore } from '../ledger/ledger.store.fake.ts';
import { ledgerStoreSuite } from '../ledger/ledger.store.suite.ts';
import { fakeYearPlanStore } from '../plans/year-plan.store.fake.ts';
import { yearPlanStoreSuite } from '../plans/year-plan.store.suite.ts';
import { fakeSheetStore } from '../sheets/sheet.store.fake.ts';
import { sheetStoreSuite } from '../sheets/sheet.store.suite.ts';

describeStore('ledger', { fake: fakeLedgerStore }, ledgerStoreSuite);
describeStore('sheets', { fake: fakeSheetStore }, sheetStoreSuite);
describeStore('year plans', { fake: fakeYearPlanStore }, yearPlanStoreSuite);
