import { type Connection, documentSchema, plain, retryOnContention } from '@jifen/service-kit';
import type { Model, QueryFilter } from 'mongoose';
import { type LedgerRow, type LedgerStore, ledgerRow, ledgerRows, yearRowsLimit } from './ledger.store.ts';

const rowSchema = documentSchema<LedgerRow>('ledger', ledgerRow);
rowSchema.index({ memberId: 1, year: 1, period: 1, at: 1 });

const yearOf = (period: string) => Number(period.slice(0, 4));

export function mongoLedgerStore(connection: Connection): LedgerStore & { models: Model<LedgerRow>[] } {
  const ledger = connection.model<LedgerRow>('LedgerRow', rowSchema);
  /** Without a limit all of them. */
  const read = async (filter: QueryFilter<LedgerRow>, limit = 0) =>
    ledgerRows.all(await ledger.find(filter).sort({ period: 1, at: 1, _id: 1 }).limit(limit).lean<unknown[]>());
  return {
    models: [ledger],
    add: (rows) =>
      retryOnContention(async () => {
        const there = await ledger.find({ _id: { $in: rows.map((row) => row._id) } }, { _id: 1 }).lean();
        const ids = new Set(there.map((row) => row._id));
        const missing = rows.filter((row) => !ids.has(row._id));
        if (missing.length > 0) await ledger.insertMany(missing.map(plain), { ordered: false });
        return missing.length;
      }),
    ofMonth: (memberIds, period) => read({ memberId: { $in: [...memberIds] }, year: yearOf(period), period }),
    upTo: (memberIds, period) => read({ memberId: { $in: [...memberIds] }, year: yearOf(period), period: { $lte: period } }),
    ofYear: (memberId, year) => read({ memberId, year }, yearRowsLimit),
  };
}
