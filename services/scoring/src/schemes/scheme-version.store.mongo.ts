import type { SectorName } from '@jifen/contracts';
import { type Connection, isContention, type PendingEvent, retryOnContention } from '@jifen/service-kit';
import { type Model, type QueryFilter, Schema } from 'mongoose';
import type { SchemeVersionRecord, SchemeVersionStore } from './scheme-version.store.ts';
import {
  adoptedVersions,
  versions as reader,
  type StoredVersion,
  storedVersion,
  versionNumbers,
  versionsListed,
} from './scheme-version.stored.ts';

type Stored = StoredVersion & { pending: PendingEvent[] };

const text = { type: String, required: true };
const number = { type: Number, required: true };
const anything = Schema.Types.Mixed;

const versionSchema = new Schema<Stored>(
  {
    _id: text,
    countyId: text,
    sector: text,
    number,
    version: number,
    revision: number,
    origin: { type: anything, required: true },
    bodyHash: text,
    title: text,
    scheme: text,
    state: { type: anything, required: true },
    comparison: anything,
    changedAt: number,
    from: String,
    pending: anything,
  },
  { collection: 'schemeVersions', versionKey: false, minimize: false },
);
versionSchema.index({ countyId: 1, sector: 1, number: -1 }, { unique: true });
versionSchema.index({ countyId: 1, sector: 1, from: -1 }, { unique: true, partialFilterExpression: { from: { $exists: true } } });

const kept = { pending: 0 } as const;
const listed = { countyId: 1, sector: 1, number: 1, state: 1, changedAt: 1, title: 1 } as const;

/** What is not there any more has to be taken away by name. */
const gone = (stored: StoredVersion) => {
  const unset = Object.fromEntries((['from', 'comparison'] as const).filter((name) => !(name in stored)).map((name) => [name, 1]));
  return Object.keys(unset).length > 0 ? { $unset: unset } : {};
};

export function mongoSchemeVersionStore(connection: Connection): SchemeVersionStore & { models: Model<Stored>[] } {
  const versions = connection.model<Stored>('SchemeVersion', versionSchema);
  const adopted = (countyId: string, sector: SectorName, from: object): QueryFilter<Stored> => ({ countyId, sector, from });
  return {
    models: [versions],
    find: async (versionId) => reader.found(await versions.findOne({ _id: versionId }, kept).lean<unknown>()),
    insert: async (record, events) => {
      try {
        await versions.create({ ...storedVersion(record), pending: [...events] });
        return 'inserted';
      } catch (error) {
        if (!isContention(error)) throw error;
        if (await versions.exists({ _id: record._id })) return 'exists';
        const { countyId, sector, number: taken } = record;
        if (await versions.exists({ countyId, sector, number: taken })) return 'number-taken';
        throw error;
      }
    },
    update: (record, events) => compareAndSet(versions, record, events),
    page: async ({ countyId, sector, page, pageSize }) => {
      const filter = { countyId, sector };
      const items = versions
        .find(filter, listed)
        .sort({ number: -1 })
        .skip((page - 1) * pageSize)
        .limit(pageSize)
        .lean<unknown[]>();
      const [found, total] = await Promise.all([items, versions.countDocuments(filter)]);
      return { items: versionsListed.all(found), total };
    },
    newestNumber: async (countyId, sector) =>
      versionNumbers.found(await versions.findOne({ countyId, sector }, { number: 1 }).sort({ number: -1 }).lean<unknown>())?.number ?? 0,
    inForce: async (countyId, sector, period) => {
      const found = await versions
        .findOne(adopted(countyId, sector, { $lte: period }), kept)
        .sort({ from: -1 })
        .lean<unknown>();
      return reader.found(found);
    },
    adoptedFrom: async (countyId, sector, period) => {
      const found = versions.find(adopted(countyId, sector, { $gte: period }), kept).sort({ from: 1 });
      return reader.all(await found.lean<unknown[]>());
    },
    nextAfter: async (countyId, sector, period) => {
      const filter = adopted(countyId, sector, { $gt: period });
      return adoptedVersions.found(await versions.findOne(filter, { from: 1, title: 1, number: 1 }).sort({ from: 1 }).lean<unknown>());
    },
  };
}

async function compareAndSet(versions: Model<Stored>, record: SchemeVersionRecord, events: readonly PendingEvent[]) {
  const { _id, ...stored } = storedVersion(record);
  const change = { $set: stored, $push: { pending: { $each: [...events] } }, ...gone({ _id, ...stored }) };
  try {
    const written = await retryOnContention(() => versions.updateOne({ _id, version: record.version - 1 }, change));
    return written.modifiedCount === 1 ? 'written' : 'outdated';
  } catch (error) {
    const { countyId, sector, from } = stored;
    if (!isContention(error) || from === undefined) throw error;
    if (await versions.exists({ countyId, sector, from, _id: { $ne: _id } })) return 'month-taken';
    throw error;
  }
}
