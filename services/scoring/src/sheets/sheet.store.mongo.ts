import { type Connection, retryOnContention } from '@jifen/service-kit';
import { type Model, Schema } from 'mongoose';
import type { Sheet, SheetStore } from './sheet.store.ts';
import { sheets as reader, sheetTotals, storedSheet } from './sheet.stored.ts';

const sheetSchema = new Schema<Sheet>(
  {
    _id: { type: String, required: true },
    memberId: { type: String, required: true },
    branchId: { type: String, required: true },
    period: { type: String, required: true },
    year: { type: Number, required: true },
    ceiling: { type: Number, required: true },
    totals: { type: Schema.Types.Mixed, required: true },
    yearToDate: { type: Schema.Types.Mixed, required: true },
    trace: { type: Schema.Types.Mixed, required: true },
    hash: { type: String, required: true },
    rowCount: { type: Number, required: true },
  },
  { collection: 'sheets', versionKey: false, minimize: false },
);
sheetSchema.index({ memberId: 1, year: 1, period: 1 });

const monthsOfYear = 12;
const totals = { memberId: 1, period: 1, ceiling: 1, totals: 1, yearToDate: 1 } as const;

export function mongoSheetStore(connection: Connection): SheetStore & { models: Model<Sheet>[] } {
  const sheets = connection.model<Sheet>('Sheet', sheetSchema);
  return {
    models: [sheets],
    keep: (added) =>
      retryOnContention(async () => {
        const there = await sheets.find({ _id: { $in: added.map(({ _id }) => _id) } }, { rowCount: 1 }).lean();
        const rowCounts = new Map(there.map(({ _id, rowCount }) => [_id, rowCount]));
        const writes = added
          .map(storedSheet)
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
