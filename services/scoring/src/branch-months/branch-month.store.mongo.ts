import { type Connection, documentSchema, fieldsOf, insertOnce, type PendingEvent, retryOnContention } from '@jifen/service-kit';
import { type Model, type QueryFilter, Schema } from 'mongoose';
import {
  type BranchMonthQuery,
  type BranchMonthRecord,
  type BranchMonthStore,
  branchMonth,
  branchMonthId,
  branchMonthListed,
  frozenFields,
  type NewestFrom,
  openMonthKey,
} from './branch-month.store.ts';
import { besideMonth, monthKeys, monthsInHand, monthsListed, months as readers, storedMonth } from './branch-month.stored.ts';
import { changedFields } from './changed-fields.ts';
import { createKnownMonths, type KnownMonths } from './known-months.ts';

export type StoredBranchMonth = BranchMonthRecord & { closed: boolean; lateFrom: number; wakes: number[]; pending: PendingEvent[] };

const branchMonthSchema = documentSchema<StoredBranchMonth>('branchMonths', branchMonth, {
  closed: { type: Boolean, required: true },
  lateFrom: { type: Number, required: true },
  wakes: Schema.Types.Mixed,
  pending: Schema.Types.Mixed,
});
branchMonthSchema.index({ scopes: 1, period: -1, _id: 1 });
branchMonthSchema.index({ scopes: 1, stage: 1, period: -1, _id: 1 });
branchMonthSchema.index({ scopes: 1, lateFrom: 1, _id: 1 });
branchMonthSchema.index({ scopes: 1, period: 1, lateFrom: 1, _id: 1 });
branchMonthSchema.index({ closed: 1, _id: 1 });
branchMonthSchema.index({ closed: 1, scopes: 1, _id: 1 });

const kept = { pending: 0, closed: 0, lateFrom: 0, wakes: 0 } as const;
const inHand = { ...kept, scheme: 0, sector: 0, pledges: 0, participants: 0 } as const;
const listed = fieldsOf(branchMonthListed);
const orders = { 'newest-first': { period: -1, _id: 1 }, 'due-first': { lateFrom: 1, _id: 1 } } as const;
const key = fieldsOf(openMonthKey);

export function mongoBranchMonthStore(connection: Connection): BranchMonthStore & { models: Model<StoredBranchMonth>[] } {
  const months = connection.model<StoredBranchMonth>('BranchMonth', branchMonthSchema);
  const known = createKnownMonths();
  return {
    models: [months],
    find: (branchId, period) => findMonth(months, known, branchMonthId(branchId, period)),
    ofBranch: async (branchId) => {
      const found = months.find({ _id: idsOf(branchId) }, listed).sort({ _id: 1 });
      return monthsListed.all(await found.lean<unknown[]>());
    },
    insert: (record, events) => insertOnce(months, { ...storedMonth(record), pending: [...events] }),
    update: (record, events) => compareAndSet(months, known, record, events),
    announce: async (events, { branchId, waking } = {}) => {
      const filter: QueryFilter<StoredBranchMonth> = { closed: false };
      if (branchId) filter.branchId = branchId;
      if (waking) filter.wakes = { $elemMatch: { $gt: waking.after, $lte: waking.until } };
      await retryOnContention(() => months.updateMany(filter, { $push: { pending: { $each: [...events] } } }));
    },
    page: async ({ order = 'newest-first', page, pageSize, ...query }) => {
      const filter = filterOf(query);
      const items = months
        .find(filter, listed)
        .sort(orders[order])
        .skip((page - 1) * pageSize)
        .limit(pageSize)
        .lean<unknown[]>();
      const [found, total] = await Promise.all([items, months.countDocuments(filter)]);
      return { items: monthsListed.all(found), total };
    },
    newestFrom: async (query) =>
      (await months.findOne(reachesOf(query), { period: 1 }).sort({ period: -1, _id: 1 }).lean<{ period: string }>())?.period,
    filed: async ({ scopes, limit }) => {
      const found = months.find({ scopes: { $in: [...scopes] }, stage: 'filed' }, inHand).sort({ period: -1, _id: 1 });
      return monthsInHand.all(await found.limit(limit).lean<unknown[]>());
    },
    open: async ({ scopes, branchId, limit, after }) => {
      const filter: QueryFilter<StoredBranchMonth> = { closed: false };
      if (scopes) filter.scopes = { $in: [...scopes] };
      if (branchId) filter.branchId = branchId;
      if (after) filter._id = { $gt: after };
      const found = months.find(filter, inHand).sort({ _id: 1 }).limit(limit);
      return monthsInHand.all(await found.lean<unknown[]>());
    },
    openKeys: async ({ limit, after }) => {
      const filter: QueryFilter<StoredBranchMonth> = { closed: false, ...(after ? { _id: { $gt: after } } : {}) };
      return monthKeys.each(await months.find(filter, key).sort({ _id: 1 }).limit(limit).lean<unknown[]>());
    },
  };
}

const reachesOf = ({ scope, branchIds, from }: NewestFrom): QueryFilter<StoredBranchMonth> => ({
  scopes: scope,
  period: { $gte: from },
  branchId: { $in: [...branchIds] },
});

/** The ids of a branch's months: `/` is followed by `0`. */
const idsOf = (branchId: string) => ({ $gt: `${branchId}/`, $lt: `${branchId}0` });

type Filter = Omit<BranchMonthQuery, 'order' | 'page' | 'pageSize'>;

const filterOf = ({ scopes, period, stage, lateAt, origin }: Filter): QueryFilter<StoredBranchMonth> => ({
  scopes: { $in: [...scopes] },
  ...(period ? { period } : {}),
  ...(stage ? { stage } : {}),
  ...(lateAt === undefined ? {} : { lateFrom: { $lte: lateAt } }),
  ...(origin === undefined ? {} : { broughtIn: { $exists: false } }),
});

const frozen: ReadonlySet<string> = new Set(frozenFields);

/** A month that this process knows in its present version is not read again: it is the greatest document of the store. */
async function findMonth(months: Model<StoredBranchMonth>, known: KnownMonths, _id: string): Promise<BranchMonthRecord | undefined> {
  const last = known.of(_id);
  if (last && (await months.exists({ _id, version: last.version, openedAt: last.openedAt }))) return last;
  const month = readers.found(await months.findOne({ _id }, kept).lean<unknown>());
  if (month) known.keep(month);
  return month;
}

const withoutFrozen = (record: BranchMonthRecord) =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== '_id' && !frozen.has(name)));

/** What changes, or everything where it is not known from what; never what is frozen, nor `pending`, which the relay empties without raising the version. */
async function compareAndSet(
  months: Model<StoredBranchMonth>,
  known: KnownMonths,
  record: BranchMonthRecord,
  events: readonly PendingEvent[],
): Promise<'written' | 'outdated'> {
  const { _id } = record;
  const last = known.of(_id);
  const before = last?.version === record.version - 1 ? last : undefined;
  const { $set, $unset } = changedFields(before ? withoutFrozen(before) : {}, withoutFrozen(record));
  const change = {
    $set: { ...$set, ...besideMonth(record) },
    $push: { pending: { $each: [...events] } },
    $unset: before ? $unset : absent(record),
  };
  const written = await retryOnContention(() => months.updateOne({ _id, version: record.version - 1 }, change));
  if (written.modifiedCount !== 1) return 'outdated';
  if (before) known.keep({ ...record, ...frozenPart(before) });
  else known.forget(_id);
  return 'written';
}

const frozenPart = (record: BranchMonthRecord): Partial<BranchMonthRecord> =>
  Object.fromEntries(frozenFields.map((name) => [name, record[name]]));

/** What a record may have had before and has no longer. */
const absent = ({ awaitingProjection, decidedWith }: BranchMonthRecord): Record<string, 1> => ({
  ...(awaitingProjection ? {} : { awaitingProjection: 1 as const }),
  ...(decidedWith ? {} : { decidedWith: 1 as const }),
});
