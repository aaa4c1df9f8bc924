import { plain } from '@jifen/service-kit';
import type { Plantable } from '@jifen/test-kit';
import { sheets as reader, type Sheet, type SheetStore, sheetTotals } from './sheet.store.ts';

export function fakeSheetStore(): SheetStore & Plantable & { sheets(): Sheet[] } {
  const kept = new Map<string, object>();
  const sheets = () => reader.all([...kept.values()]).sort((a, b) => (a._id < b._id ? -1 : 1));
  const ofYear = (memberIds: readonly string[], year: number) =>
    sheets().filter((sheet) => sheet.year === year && memberIds.includes(sheet.memberId));
  return {
    sheets,
    plant: async (document) => void kept.set(document._id, document),
    async keep(added) {
      for (const sheet of added) {
        if ((reader.found(kept.get(sheet._id))?.rowCount ?? 0) <= sheet.rowCount) kept.set(sheet._id, plain(sheet));
      }
    },
    async drop(sheetIds) {
      for (const id of sheetIds) kept.delete(id);
    },
    ofYear: async (memberId, year) => ofYear([memberId], year),
    totalsOfYear: async (memberIds, year) => sheetTotals.all(ofYear(memberIds, year)),
  };
}
