import { expect, it } from '@jest/globals';
import { plain } from '@jifen/service-kit';
import { documentSuite, type Plantable } from '@jifen/test-kit';
import { aSheet } from './sheet.builders.ts';
import type { SheetStore } from './sheet.store.ts';

export function sheetStoreSuite(empty: () => Promise<SheetStore & Plantable>): void {
  const document = plain(aSheet());
  documentSuite<SheetStore>(
    { make: empty, read: (sheets) => sheets.ofYear('member-1', 2026) },
    { collection: 'sheets', document, broken: { hash: undefined, 'totals.task': '6', 'trace.0.values': undefined } },
  );
  documentSuite<SheetStore>(
    { make: empty, read: (sheets) => sheets.totalsOfYear(['member-1'], 2026) },
    { collection: 'sheets', document, broken: { 'yearToDate.rewardSurplus': undefined } },
  );

  it('keeps a sheet whole and replaces it by one of the same or more rows', async () => {
    const sheets = await empty();
    await sheets.keep([aSheet()]);
    expect(await sheets.ofYear('member-1', 2026)).toEqual([aSheet()]);
    await sheets.keep([aSheet({ rowCount: 3, hash: '0123456789abcdef' })]);
    expect(await sheets.ofYear('member-1', 2026)).toMatchObject([{ rowCount: 3, hash: '0123456789abcdef' }]);
  });

  it('keeps the newer sheet when an older computation comes late', async () => {
    const sheets = await empty();
    await sheets.keep([aSheet({ rowCount: 3 })]);
    await sheets.keep([aSheet({ rowCount: 1 })]);
    expect(await sheets.ofYear('member-1', 2026)).toMatchObject([{ rowCount: 3 }]);
  });

  it('ends with the sheet of most rows when several arrive at once', async () => {
    const sheets = await empty();
    await Promise.all([1, 2, 3, 4, 5, 6].map((rowCount) => sheets.keep([aSheet({ rowCount })])));
    expect(await sheets.ofYear('member-1', 2026)).toMatchObject([{ rowCount: 6 }]);
  });

  it('reads the year in the order of months, without traces for lists', async () => {
    const sheets = await empty();
    await sheets.keep([aSheet(), aSheet({ period: '2026-02' }), aSheet({ period: '2025-12' }), aSheet({ memberId: 'member-2' })]);
    expect((await sheets.ofYear('member-1', 2026)).map(({ period }) => period)).toEqual(['2026-02', '2026-10']);
    const totals = await sheets.totalsOfYear(['member-1', 'member-2'], 2026);
    expect(totals.map(({ memberId, period }) => [memberId, period])).toEqual([
      ['member-1', '2026-02'],
      ['member-1', '2026-10'],
      ['member-2', '2026-10'],
    ]);
    expect(totals.some((sheet) => 'trace' in sheet)).toBe(false);
  });

  it('drops sheets by name', async () => {
    const sheets = await empty();
    await sheets.keep([aSheet(), aSheet({ period: '2026-02' })]);
    await sheets.drop(['member-1/2026-10', 'member-9/2026-10']);
    expect((await sheets.ofYear('member-1', 2026)).map(({ period }) => period)).toEqual(['2026-02']);
  });
}
