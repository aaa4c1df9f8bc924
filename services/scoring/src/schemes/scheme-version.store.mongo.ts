import type { SectorName } from '@jifen/contracts';
import {
  type Connection,
  documentSchema,
  fieldsOf,
  insertOnce,
  isContention,
  type PendingEvent,
  retryOnContention,
} from '@jifen/service-kit';
import { type Model, type QueryFilter, Schema } from 'mongoose';
import { adoptedVersion, type SchemeVersionRecord, type SchemeVersionStore, schemeVersionListed } from './scheme-version.store.ts';
import {
  adoptedVersions,
  keptVersion,
  versions as reader,
  type StoredVersion,
  storedVersion,
  versionNumbers,
  versionsListed,
} from './scheme-version.stored.ts';

type Stored = StoredVersion & { pending: PendingEvent[] };

const versionSchema = documentSchema<Stored>('schemeVersions', keptVersion, { pending: Schema.Types.Mixed });
versionSchema.index({ countyId: 1, sector: 1, number: -1 }, { unique: true });
versionSchema.index({ countyId: 1, sector: 1, from: -1 }, { unique: true, partialFilterExpression: { from: { $exists: true } } });

const kept = { pending: 0 } as const;
const listed = fieldsOf(schemeVersionListed);
const adopted = fieldsOf(adoptedVersion);

/** What is not there any more has to be taken away by name. */
const gone = (stored: StoredVersion) => {
  const unset = Object.fromEntries((['from', 'comparison'] as const).filter((name) => !(name in stored)).map((name) => [name, 1]));
  return Object.keys(unset).length > 0 ? { $unset: unset } : {};
};

export function mongoSchemeVersionStore(connection: Connection): SchemeVersionStore & { models: Model<Stored>[] } {
  const versions = connection.model<Stored>('SchemeVersion', versionSchema);
  const countsFrom = (countyId: string, sector: SectorName, from: object): QueryFilter<Stored> => ({ countyId, sector, from });
  return {
    models: [versions],
    find: async (versionId) => reader.found(await versions.findOne({ _id: versionId }, kept).lean<unknown>()),
    insert: async (record, events) => {
      try {
        return await insertOnce(versions, { ...storedVersion(record), pending: [...events] });
      } catch (error) {
        const { countyId, sector, number: taken } = record;
        if (isContention(error) && (await versions.exists({ countyId, sector, number: taken }))) return 'number-taken';
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
        .findOne(countsFrom(countyId, sector, { $lte: period }), kept)
        .sort({ from: -1 })
        .lean<unknown>();
      return reader.found(found);
    },
    adoptedFrom: async (countyId, sector, period) => {
      const found = versions.find(countsFrom(countyId, sector, { $gte: period }), kept).sort({ from: 1 });
      return reader.all(await found.lean<unknown[]>());
    },
    nextAfter: async (countyId, sector, period) => {
      const filter = countsFrom(countyId, sector, { $gt: period });
      return adoptedVersions.found(await versions.findOne(filter, adopted).sort({ from: 1 }).lean<unknown>());
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
