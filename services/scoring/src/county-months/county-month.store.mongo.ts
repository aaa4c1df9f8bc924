import { type Connection, documentSchema, insertOnce, type PendingEvent, plain, retryOnContention } from '@jifen/service-kit';
import { type Model, Schema } from 'mongoose';
import { type CountyMonthRecord, type CountyMonthStore, countyMonth, countyMonthId, countyMonths } from './county-month.store.ts';

export type StoredCountyMonth = CountyMonthRecord & { pending: PendingEvent[] };

const countyMonthSchema = documentSchema<StoredCountyMonth>('countyMonths', countyMonth, { pending: Schema.Types.Mixed });
countyMonthSchema.index({ countyId: 1, period: -1 });

const kept = { pending: 0 } as const;

/** Branch ids are lower-case words without a dot: each is a field of its own, so that writers of different branches do not meet. */
export function mongoCountyMonthStore(connection: Connection): CountyMonthStore & { models: Model<StoredCountyMonth>[] } {
  const months = connection.model<StoredCountyMonth>('CountyMonth', countyMonthSchema);
  const push = (events: readonly PendingEvent[]) => ({ $push: { pending: { $each: [...events] } } });
  return {
    models: [months],
    find: async (key) => countyMonths.found(await months.findOne({ _id: countyMonthId(key) }, kept).lean<unknown>()),
    newest: async (countyId) => countyMonths.found(await months.findOne({ countyId }, kept).sort({ period: -1 }).lean<unknown>()),
    insert: (record, events) => insertOnce(months, { ...plain(record), pending: [...events] }),
    refuse: async (key, branchId, refusal, events) => {
      const born = { $setOnInsert: { ...key, begunAt: refusal.at } };
      const change = { ...born, $set: { [`refusals.${branchId}`]: refusal }, ...push(events) };
      await retryOnContention(() => months.updateOne({ _id: countyMonthId(key) }, change, { upsert: true }));
    },
    settle: async (key, branchId) => {
      const refused = { _id: countyMonthId(key), [`refusals.${branchId}`]: { $exists: true } };
      const gone = { $unset: { [`refusals.${branchId}`]: 1 } };
      const counted = await retryOnContention(() =>
        months.updateOne({ ...refused, counts: { $exists: true } }, { ...gone, $inc: { 'counts.open': 1 } }),
      );
      if (counted.matchedCount === 0) await retryOnContention(() => months.updateOne(refused, gone));
    },
    finish: async (key, end, events) => {
      await retryOnContention(() => months.updateOne({ _id: countyMonthId(key) }, { $set: end, ...push(events) }));
    },
  };
}
