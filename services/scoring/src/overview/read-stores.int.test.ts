import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ensureIndexes } from '@jifen/service-kit';
import { describeStore, type Plantable, plantedIn, withDatabase } from '@jifen/test-kit';
import { fakeCardStore } from '../cards/card.store.fake.ts';
import { mongoCardStore } from '../cards/card.store.mongo.ts';
import { cardStoreSuite, type PlantableCards } from '../cards/card.store.suite.ts';
import type { CardStore } from '../cards/card.store.ts';
import { fakeLedgerStore } from '../ledger/ledger.store.fake.ts';
import { mongoLedgerStore } from '../ledger/ledger.store.mongo.ts';
import { ledgerStoreSuite } from '../ledger/ledger.store.suite.ts';
import type { LedgerStore } from '../ledger/ledger.store.ts';
import { fakeYearPlanStore } from '../plans/year-plan.store.fake.ts';
import { mongoYearPlanStore } from '../plans/year-plan.store.mongo.ts';
import { yearPlanStoreSuite } from '../plans/year-plan.store.suite.ts';
import type { YearPlanStore } from '../plans/year-plan.store.ts';
import { fakeSheetStore } from '../sheets/sheet.store.fake.ts';
import { mongoSheetStore } from '../sheets/sheet.store.mongo.ts';
import { sheetStoreSuite } from '../sheets/sheet.store.suite.ts';
import type { SheetStore } from '../sheets/sheet.store.ts';

const database = withDatabase();
const open = () => ({
  cards: mongoCardStore(database.connection()),
  plans: mongoYearPlanStore(database.connection()),
  ledger: mongoLedgerStore(database.connection()),
  sheets: mongoSheetStore(database.connection()),
});
let stores: ReturnType<typeof open>;
const models = () => Object.values(stores).flatMap((store) => store.models as never[]);

beforeAll(async () => {
  stores = open();
  await ensureIndexes(models());
}, 60_000);

afterEach(async () => {
  for (const { models } of Object.values(stores)) for (const model of models) await model.collection.deleteMany({});
});

const realCards = () => {
  const [branches, members] = stores.cards.models;
  const { plant: plantBranch } = plantedIn({}, branches);
  const { plant: plantMember } = plantedIn({}, members);
  return { ...stores.cards, plantBranch, plantMember };
};

describeStore<CardStore & PlantableCards>('cards', { fake: fakeCardStore, real: realCards }, cardStoreSuite);
describeStore<LedgerStore & Plantable>(
  'ledger',
  { fake: fakeLedgerStore, real: () => plantedIn(stores.ledger, stores.ledger.models[0]) },
  ledgerStoreSuite,
);
describeStore<SheetStore & Plantable>(
  'sheets',
  { fake: fakeSheetStore, real: () => plantedIn(stores.sheets, stores.sheets.models[0]) },
  sheetStoreSuite,
);
describeStore<YearPlanStore & Plantable>(
  'year plans',
  { fake: fakeYearPlanStore, real: () => plantedIn(stores.plans, stores.plans.models[0]) },
  yearPlanStoreSuite,
);

describe('queries of the reading side', () => {
  const [branches, members] = [() => stores.cards.models[0], () => stores.cards.models[1]];
  it.each([
    ['branches within an organisation', () => branches()?.find({ ancestors: '/qinghe' }).sort({ 'card.path': 1 })],
    [
      'the ids of branches within an organisation',
      () =>
        branches()
          ?.find({ ancestors: '/qinghe', _id: { $gt: 'a' } })
          .sort({ _id: 1 }),
    ],
    ['a person’s memberships', () => members()?.find({ 'card.personId': 'p' })],
    ['members of a branch', () => members()?.find({ 'card.branchId': 'b', 'card.active': true }).sort({ 'card.rosterNumber': 1 })],
    ['rows of a month', () => stores.ledger.models[0]?.find({ memberId: { $in: ['a', 'b'] }, year: 2026, period: '2026-10' })],
    ['rows of a year', () => stores.ledger.models[0]?.find({ memberId: 'a', year: 2026 }).sort({ period: 1, at: 1, _id: 1 })],
    ['sheets of a year', () => stores.sheets.models[0]?.find({ memberId: 'a', year: 2026 }).sort({ period: 1 })],
    ['sheets of a branch', () => stores.sheets.models[0]?.find({ memberId: { $in: ['a', 'b'] }, year: 2026 })],
  ])('%s are found by an index, never by looking at every document', async (_name, query) => {
    const plan = JSON.stringify(await query()?.explain('queryPlanner'));
    expect(plan).toContain('"indexName"');
    expect(plan).not.toContain('COLLSCAN');
  });
});
