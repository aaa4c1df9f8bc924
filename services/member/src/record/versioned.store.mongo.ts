import { type Connection, isDuplicateKey, type PendingEvent, plain } from '@jifen/service-kit';
import { type IndexDefinition, type IndexOptions, type Model, Schema } from 'mongoose';
import { type Kept, type KeptReader, type VersionedStore, type Write, WriteConflict } from './versioned.store.ts';

export type KeptDocument = { _id: string; version: number; value: unknown; cardDue: boolean; pending: PendingEvent[] };

type Index = { fields: IndexDefinition; options?: IndexOptions };

/** `by`: the index to use where the planner of the embedded store would rather read everything. */
type How = { sort?: Record<string, 1 | -1>; by?: Record<string, 1 | -1> };

export type MongoVersionedStore<T> = VersionedStore<T> & {
  model: Model<KeptDocument>;
  find(filter: Record<string, unknown>, how?: How): Promise<Kept<T>[]>;
};

const schemaOf = (indexes: readonly Index[]) => {
  const schema = new Schema<KeptDocument>(
    {
      _id: { type: String, required: true },
      version: { type: Number, required: true },
      value: { type: Schema.Types.Mixed, required: true },
      cardDue: { type: Boolean, default: false },
      pending: { type: [Schema.Types.Mixed], default: [] } as never,
    },
    { versionKey: false, minimize: false },
  );
  schema.index({ cardDue: 1 }, { partialFilterExpression: { cardDue: true } });
  for (const index of indexes) schema.index(index.fields, index.options);
  return schema;
};

const read = { version: 1, value: 1 } as const;

const updateOf = <T>(write: Write<T>) => ({
  updateOne: {
    filter: { _id: write.id, version: write.replaces },
    update: {
      $set: { version: write.replaces + 1, value: plain(write.value), ...(write.cardDue ? { cardDue: true } : {}) },
      $push: { pending: { $each: plain(write.events ?? []) } },
    },
    upsert: write.replaces === 0,
  },
});

/** One collection of versioned aggregates. A first write is an upsert on version 0, so that a second one meets the unique `_id`. */
export function mongoVersionedStore<T>(
  connection: Connection,
  reader: KeptReader<T>,
  indexes: readonly Index[] = [],
): MongoVersionedStore<T> {
  const { collection } = reader;
  const model = connection.model<KeptDocument>(collection, schemaOf(indexes), collection);
  const find = async (filter: Record<string, unknown>, { sort = {}, by }: How = {}) => {
    const query = model.find(filter, read).sort(sort);
    return reader.all(await (by ? query.hint(by) : query).lean<unknown[]>());
  };
  return {
    model,
    find,
    byIds: (ids) => find({ _id: { $in: ids } }),
    async write(writes) {
      if (writes.length === 0) return;
      const result = await model.bulkWrite(writes.map(updateOf) as never, { ordered: false, timestamps: false }).catch((error: unknown) => {
        throw isDuplicateKey(error) ? new WriteConflict(collection) : error;
      });
      if (result.matchedCount + result.upsertedCount < writes.length) throw new WriteConflict(collection);
    },
    async withCardDue(limit) {
      return reader.all(await model.find({ cardDue: true }, read).limit(limit).lean<unknown[]>());
    },
    async cardsDelivered(kept) {
      const delivered = kept.map(({ id, version }) => ({
        updateOne: { filter: { _id: id, version }, update: { $set: { cardDue: false } } },
      }));
      if (delivered.length > 0) await model.bulkWrite(delivered as never, { ordered: false });
    },
  };
}
