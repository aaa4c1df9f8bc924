import type { Sheet, SheetStore } from './sheet.store.ts';

export function fakeSheetStore(): SheetStore & { sheets(): Sheet[] } {
  const kept = new Map<string, Sheet>();
  const sheets = () => [...kept.values()].sort((a, b) => (a._id < b._id ? -1 : 1)).map((sheet) => structuredClone(sheet));
  const ofYear = (memberIds: readonly string[], year: number) =>
    sheets().filter((sheet) => sheet.year === year && memberIds.includes(sheet.memberId));
  return {
    sheets,
    async keep(added) {
      for (const sheet of added) {
        if ((kept.get(sheet._id)?.rowCount ?? 0) <= sheet.rowCount) kept.set(sheet._id, structuredClone(sheet));
      }
    },
    async drop(sheetIds) {
      for (const id of sheetIds) kept.delete(id);
    },
    ofYear: async (memberId, year) => ofYear([memberId], year),
    totalsOfYear: async (memberIds, year) =>
      ofYear(memberIds, year).map(({ memberId, period, ceiling, totals, yearToDate }) => ({
        memberId,
        period,
        ceiling,
        totals,
        yearToDate,
      })),
  };
}
