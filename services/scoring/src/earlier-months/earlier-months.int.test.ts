import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createLogger, ensureIndexes } from '@jifen/service-kit';
import { withDatabase } from '@jifen/test-kit';
import { mongoStores } from '../assembly.ts';
import { audit, superior } from '../decisions/october.builders.ts';
import type { ScoringDeps } from '../deps.ts';
import { eventHandlers } from '../handlers.ts';
import { type ReadWorld, readWorld } from '../overview/reads.builders.ts';
import { breakOnce } from '../recording/crashing.ts';
import { createRelays } from '../relays.ts';
import { paperLine, paperMonth } from './earlier.builders.ts';
import { importEarlierMonths } from './import-earlier-months.ts';

const database = withDatabase();
const logger = createLogger('test', 'silent');
let stores: ReturnType<typeof mongoStores>;
let world: ReadWorld;
let deps: ScoringDeps;

beforeAll(async () => {
  stores = mongoStores(database.connection());
  await ensureIndexes(Object.values(stores).flatMap(({ models }) => models as never[]));
}, 60_000);

/** Dongwan's people and plan in the real stores; October is open in the fake ones only. */
beforeEach(async () => {
  world = await readWorld();
  const [card, plan] = [await world.reads.cards.branch('dongwan'), await world.deps.plans.find('dongwan', 2026)];
  if (!card || !plan) throw new Error('Dongwan is not there');
  deps = { ...world.reads, ...stores };
  await deps.cards.keepBranches([card]);
  await deps.cards.keepMembers(await world.reads.cards.membersOf('dongwan'));
  await deps.plans.keep({ ...plan, refused: [], keptAt: 0 });
});

afterEach(async () => {
  for (const { models } of Object.values(stores)) for (const model of models) await model.collection.deleteMany({});
});

const file = [
  paperMonth(1),
  paperMonth(2, { lines: [1, 2, 3, 4, 5, 6, 7, 8].map((n) => paperLine(n, n === 1 ? { task: { kind: 'not-applied' } } : {})) }),
];
const bring = (months = file) =>
  importEarlierMonths(deps, {
    branchId: 'dongwan',
    body: { source: '纸质台账补录', months },
    caller: superior,
    now: world.clock.now(),
    audit,
  });

/** A process that starts after another was killed, whose leases have run out: whatever waits in the record is delivered. */
async function relay(): Promise<void> {
  await database.connection().collection('leases').deleteMany({});
  const relays = createRelays({
    connection: database.connection(),
    appender: { append: async () => undefined },
    logger,
    handlers: eventHandlers(deps),
  });
  for (const one of relays) while ((await one.runOnce()) > 0);
}

const found = async () => {
  const [months, rows, sheets] = [
    await stores.months.ofBranch('dongwan'),
    await stores.ledger.ofYear('member-2', 2026),
    await stores.sheets.ofYear('member-2', 2026),
  ];
  return {
    months: months.map(({ period, stage }) => `${period} ${stage}`),
    amounts: rows.map(({ amount }) => amount),
    totals: sheets.map(({ yearToDate }) => yearToDate.total),
  };
};
/** Writers of the same sheets try again and again, with pauses. */
const contendingMs = 30_000;
const whole = { months: ['2026-01 closed', '2026-02 closed'], amounts: [600, 600], totals: [2600, 3200] };

describe('months from paper, in the record', () => {
  it('are there once, however often the file is sent and the relay delivers', async () => {
    expect(await bring()).toMatchObject({ ok: true });
    await relay();
    expect(await bring()).toMatchObject({ ok: true });
    await relay();
    expect(await found()).toEqual(whole);
    expect((await stores.months.find('dongwan', '2026-01'))?.awaitingProjection).toBeUndefined();
    expect(await stores.ledger.ofYear('member-1', 2026)).toHaveLength(1);
  });

  it(
    'are there once when the file is sent by many at the same time',
    async () => {
      const answers = await Promise.all([bring(), bring(), bring(), bring()]);
      expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true]);
      await relay();
      expect(await found()).toEqual(whole);
    },
    contendingMs,
  );

  it.each([
    ['between an act and its month', 'acts', 'insert', 'after'],
    ['between a month and its act’s effect', 'months', 'insert', 'after'],
  ] as const)(
    'go on where a process was killed %s: first what was recorded, then the file that is sent again',
    async (_where, store, method, moment) => {
      breakOnce(stores[store] as unknown as Record<string, unknown>, method, moment);
      await expect(bring()).rejects.toThrow('broken');
      await relay();
      expect(await found()).toEqual({ months: ['2026-01 closed'], amounts: [600], totals: [2600] });
      expect(await bring()).toMatchObject({ ok: true });
      await relay();
      expect(await found()).toEqual(whole);
    },
  );

  it.each([
    ['the ledger', 'ledger', 'add'],
    ['the sheets', 'sheets', 'keep'],
    ['the month that waits for it', 'months', 'update'],
  ] as const)('go on where a process was killed while it projected one to %s', async (_what, store, method) => {
    breakOnce(stores[store] as unknown as Record<string, unknown>, method, 'after');
    await expect(bring()).rejects.toThrow('broken');
    await relay();
    expect(await found()).toEqual({ months: ['2026-01 closed'], amounts: [600], totals: [2600] });
    await bring();
    expect(await found()).toEqual(whole);
  });

  it(
    'make the same year when its months come at the same time, the relay delivering beside them',
    async () => {
      const year = [3, 1, 2].map((month) => paperMonth(month));
      await Promise.all([...year.map((month) => bring([month])), relay()]);
      await relay();
      const sheets = await stores.sheets.ofYear('member-2', 2026);
      expect(sheets.map(({ yearToDate }) => yearToDate.total)).toEqual([2600, 3200, 3800]);
    },
    contendingMs,
  );
});
