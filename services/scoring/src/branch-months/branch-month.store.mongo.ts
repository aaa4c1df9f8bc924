import { type Connection, isContention, type PendingEvent, retryOnContention } from '@jifen/service-kit';
import { type Model, type QueryFilter, Schema } from 'mongoose';
import { type BranchMonthRecord, type BranchMonthStore, branchMonthId, frozenFields } from './branch-month.store.ts';

export type StoredBranchMonth = BranchMonthRecord & { closed: boolean; pending: PendingEvent[] };

const text = { type: String, required: true };
const number = { type: Number, required: true };
const anything = Schema.Types.Mixed;

const branchMonthSchema = new Schema<StoredBranchMonth>(
  {
    _id: text,
    branchId: text,
    period: text,
    branchName: text,
    path: text,
    scopes: { type: [String], required: true },
    version: number,
    openedAt: number,
    stage: text,
    closed: { type: Boolean, required: true },
    round: number,
    state: { type: anything, required: true },
    rosterHash: text,
    deadlines: anything,
    meetingOn: String,
    scheme: { type: anything, required: true },
    ceiling: number,
    pledges: anything,
    participants: anything,
    counters: { type: anything, required: true },
    publications: anything,
    actIds: { type: [String], required: true },
    awaitingProjection: String,
    pending: anything,
  },
  { collection: 'branchMonths', versionKey: false, minimize: false },
);
branchMonthSchema.index({ scopes: 1, period: -1, _id: 1 });
branchMonthSchema.index({ scopes: 1, stage: 1, period: -1, _id: 1 });
branchMonthSchema.index({ closed: 1, _id: 1 });
branchMonthSchema.index({ closed: 1, scopes: 1, _id: 1 });

const kept = { pending: 0, closed: 0 } as const;

export function mongoBranchMonthStore(connection: Connection): BranchMonthStore & { models: Model<StoredBranchMonth>[] } {
  const months = connection.model<StoredBranchMonth>('BranchMonth', branchMonthSchema);
  return {
    models: [months],
    find: async (branchId, period) =>
      (await months.findOne({ _id: branchMonthId(branchId, period) }, kept).lean<BranchMonthRecord>()) ?? undefined,
    insert: async (record, events) => {
      try {
        await months.create({ ...plain(record), closed: record.stage === 'closed', pending: [...events] });
        return 'inserted';
      } catch (error) {
        if (isContention(error) && (await months.exists({ _id: record._id }))) return 'exists';
        throw error;
      }
    },
    update: (record, events) => compareAndSet(months, record, events),
    announce: async (events, { branchId } = {}) => {
      const filter = { closed: false, ...(branchId ? { branchId } : {}) };
      await retryOnContention(() => months.updateMany(filter, { $push: { pending: { $each: [...events] } } }));
    },
    page: async ({ scopes, period, stage, page, pageSize }) => {
      const filter = { scopes: { $in: [...scopes] }, ...(period ? { period } : {}), ...(stage ? { stage } : {}) };
      const order = { period: -1, _id: 1 } as const;
      const items = months
        .find(filter, kept)
        .sort(order)
        .skip((page - 1) * pageSize)
        .limit(pageSize)
        .lean<BranchMonthRecord[]>();
      const [found, total] = await Promise.all([items, months.countDocuments(filter)]);
      return { items: found, total };
    },
    open: ({ scopes, branchId, limit, after }) => {
      const filter: QueryFilter<StoredBranchMonth> = { closed: false };
      if (scopes) filter.scopes = { $in: [...scopes] };
      if (branchId) filter.branchId = branchId;
      if (after) filter._id = { $gt: after };
      return months.find(filter, kept).sort({ _id: 1 }).limit(limit).lean<BranchMonthRecord[]>();
    },
  };
}

/** A field that is undefined is left out, as in JSON. */
const plain = (record: BranchMonthRecord): BranchMonthRecord => JSON.parse(JSON.stringify(record));

const frozen: ReadonlySet<string> = new Set(frozenFields);

/** Everything that is not frozen but `pending`, which the relay empties without raising the version. */
async function compareAndSet(months: Model<StoredBranchMonth>, record: BranchMonthRecord, events: readonly PendingEvent[]) {
  const { _id } = record;
  const fields = Object.fromEntries(Object.entries(plain(record)).filter(([name]) => name !== '_id' && !frozen.has(name)));
  const change = {
    $set: { ...fields, closed: record.stage === 'closed' },
    $push: { pending: { $each: [...events] } },
    ...(record.awaitingProjection ? {} : { $unset: { awaitingProjection: 1 } }),
  };
  const written = await retryOnContention(() => months.updateOne({ _id, version: record.version - 1 }, change));
  return written.modifiedCount === 1 ? 'written' : 'outdated';
}
