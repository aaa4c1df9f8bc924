import { type Connection, documentSchema, fieldsOf, plain, retryOnContention } from '@jifen/service-kit';
import type { Model } from 'mongoose';
import { sheets as reader, type Sheet, type SheetStore, sheet, sheetFigures, sheetTotals } from './sheet.store.ts';

const sheetSchema = documentSchema<Sheet>('sheets', sheet);
sheetSchema.index({ memberId: 1, year: 1, period: 1 });

const monthsOfYear = 12;
const totals = fieldsOf(sheetFigures);

export function mongoSheetStore(connection: Connection): SheetStore & { models: Model<Sheet>[] } {
  const sheets = connection.model<Sheet>('Sheet', sheetSchema);
  return {
    models: [sheets],
    keep: (added) =>
      retryOnContention(async () => {
        const there = await sheets.find({ _id: { $in: added.map(({ _id }) => _id) } }, { rowCount: 1 }).lean();
        const rowCounts = new Map(there.map(({ _id, rowCount }) => [_id, rowCount]));
        const writes = added
          .map(plain)
          .filter(({ _id, rowCount }) => (rowCounts.get(_id) ?? 0) <= rowCount)
          .map(({ _id, ...sheet }) => ({
            updateOne: { filter: { _id, rowCount: { $lte: sheet.rowCount } }, update: { $set: sheet }, upsert: true },
          }));
        if (writes.length > 0) await sheets.bulkWrite(writes, { ordered: false });
      }),
    async drop(sheetIds) {
      await sheets.deleteMany({ _id: { $in: [...sheetIds] } });
    },
    ofYear: async (memberId, year) =>
      reader.all(await sheets.find({ memberId, year }).sort({ period: 1 }).limit(monthsOfYear).lean<unknown[]>()),
    async totalsOfYear(memberIds, year) {
      const found = sheets.find({ memberId: { $in: [...memberIds] }, year }, totals).sort({ memberId: 1, period: 1 });
      return sheetTotals.all(await found.limit(memberIds.length * monthsOfYear).lean<unknown[]>());
    },
  };
}
