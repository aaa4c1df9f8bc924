import { type Connection, documentSchema, isContention, type PendingEvent, plain, retryOnContention } from '@jifen/service-kit';
import { type Model, type QueryFilter, Schema } from 'mongoose';
import { type Act, type ActInsert, type ActStore, act, acts as reader } from './act.store.ts';

export type StoredAct = Act & { pending: PendingEvent[] };

const actSchema = documentSchema<StoredAct>('acts', act, { pending: Schema.Types.Mixed });
actSchema.index({ businessKey: 1 }, { unique: true, partialFilterExpression: { live: true } });
actSchema.index({ branchId: 1, period: 1, enteredAt: 1 });
actSchema.index({ branchId: 1, period: 1, unfolded: 1 }, { partialFilterExpression: { unfolded: true } });
actSchema.index({ 'by.personId': 1, status: 1, at: -1 });

const monthLimit = 1000;
const refusedLimit = 20;
const withoutPending = { pending: 0 } as const;

export function mongoActStore(connection: Connection): ActStore & { models: Model<StoredAct>[] } {
  const acts = connection.model<StoredAct>('Act', actSchema);
  const find = async (filter: QueryFilter<StoredAct>) => reader.found(await acts.findOne(filter, withoutPending).lean<unknown>());
  const change = async (filter: QueryFilter<StoredAct>, change: object, events: readonly PendingEvent[]) => {
    await retryOnContention(() => acts.updateOne(filter, { ...change, $push: { pending: { $each: [...events] } } }));
  };
  const list = async (filter: QueryFilter<StoredAct>) =>
    reader.all(await acts.find(filter, withoutPending).sort({ enteredAt: 1 }).limit(monthLimit).lean<unknown[]>());
  return {
    models: [acts],
    find: (actId) => find({ _id: actId }),
    findLive: (businessKey) => find({ businessKey, live: true }),
    insert: (act, events) =>
      insert(act, {
        create: () => acts.create({ ...plain(act), pending: [...events] }).then(() => undefined),
        sameId: () => find({ _id: act._id }),
        sameKey: () => find({ businessKey: act.businessKey, live: true }),
      }),
    becomeEffective: (actId, events) => change({ _id: actId, status: 'pending' }, { $set: { status: 'effective' } }, events),
    becomeRefused: (actId, refusal, events) =>
      change(
        { _id: actId, $or: [{ status: 'pending' }, { status: 'effective', unfolded: true }] },
        { $set: { status: 'refused', refusal }, $unset: { live: 1, unfolded: 1 } },
        events,
      ),
    becomeWithdrawn: (actId, events) =>
      change({ _id: actId, status: 'effective' }, { $set: { status: 'withdrawn' }, $unset: { live: 1 } }, events),
    markTold: (actId) => change({ _id: actId }, { $set: { told: true } }, []),
    unapplied: (branchId, period) => list({ branchId, period, unfolded: true }),
    markApplied: async (applied) => {
      const marks = applied.map(({ actId, events }) => ({
        updateOne: { filter: { _id: actId, unfolded: true as const }, update: appliedWith(events) },
      }));
      if (marks.length > 0) await retryOnContention(() => acts.collection.bulkWrite(marks as never));
    },
    ofMonth: ({ branchId, period, kinds }) => list({ branchId, period, ...(kinds ? { kind: { $in: [...kinds] } } : {}) }),
    refusedLate: async ({ personId, since }) => {
      const late = { 'by.personId': personId, status: 'refused' as const, at: { $gte: since }, told: { $ne: true as const } };
      return reader.all(await acts.find(late, withoutPending).sort({ at: -1 }).limit(refusedLimit).lean<unknown[]>());
    },
  };
}

/** The mark goes, and with it the event that would have had it applied. */
const appliedWith = (events: readonly PendingEvent[]) => [
  { $unset: 'unfolded' },
  {
    $set: {
      pending: { $concatArrays: [{ $filter: { input: '$pending', cond: { $ne: ['$$this.type', 'fold'] } } }, { $literal: events }] },
    },
  },
];

type Insertion = { create(): Promise<void>; sameId(): Promise<Act | undefined>; sameKey(): Promise<Act | undefined> };

/** A duplicate key does not say which key it was, so the rows are read again; when neither is there any more, it is tried again. */
function insert(act: Act, { create, sameId, sameKey }: Insertion): Promise<ActInsert> {
  return retryOnContention(async () => {
    try {
      await create();
      return { outcome: 'inserted' };
    } catch (error) {
      if (!isContention(error)) throw error;
      const repeated = await sameId();
      if (repeated) return { outcome: 'repeated', act: repeated };
      const taken = act.live && (await sameKey());
      if (taken) return { outcome: 'taken', act: taken };
      throw error;
    }
  });
}
