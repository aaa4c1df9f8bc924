import type { SectorName } from '@jifen/contracts';
import type { ScoringScheme } from '@jifen/domain';
import { type Connection, isContention, type PendingEvent, retryOnContention } from '@jifen/service-kit';
import { type Model, type QueryFilter, Schema } from 'mongoose';
import {
  type ComparisonRecord,
  fromOf,
  type SchemeVersionListedRecord,
  type SchemeVersionRecord,
  type SchemeVersionStore,
} from './scheme-version.store.ts';

/** Schemes are kept as texts: their keys are whatever a file says, which is not for every store. */
type StoredComparison = Omit<ComparisonRecord, 'present' | 'measured'> & { present: string; measured: string };
type Stored = Omit<SchemeVersionRecord, 'scheme' | 'comparison'> & {
  title: string;
  scheme: string;
  comparison?: StoredComparison | undefined;
  /** Only of what is adopted. */
  from?: string | undefined;
  pending: PendingEvent[];
};

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

const storedComparison = ({ present, measured, ...comparison }: ComparisonRecord): StoredComparison => ({
  ...comparison,
  present: JSON.stringify(present),
  measured: JSON.stringify(measured),
});

function storedOf({ scheme, comparison, ...record }: SchemeVersionRecord): Omit<Stored, 'pending'> {
  const from = fromOf(record);
  const stored = {
    ...record,
    title: scheme.title,
    scheme: JSON.stringify(scheme),
    ...(comparison ? { comparison: storedComparison(comparison) } : {}),
    ...(from === undefined ? {} : { from }),
  };
  return JSON.parse(JSON.stringify(stored));
}

const schemeIn = (kept: string): ScoringScheme => JSON.parse(kept);

function recordOf({ title: _title, from: _from, pending: _pending, scheme, comparison, ...record }: Stored): SchemeVersionRecord {
  return {
    ...record,
    scheme: schemeIn(scheme),
    ...(comparison
      ? { comparison: { ...comparison, present: schemeIn(comparison.present), measured: schemeIn(comparison.measured) } }
      : {}),
  };
}

/** What is not there any more has to be taken away by name. */
const gone = (stored: Omit<Stored, 'pending'>) => {
  const unset = Object.fromEntries((['from', 'comparison'] as const).filter((name) => !(name in stored)).map((name) => [name, 1]));
  return Object.keys(unset).length > 0 ? { $unset: unset } : {};
};

export function mongoSchemeVersionStore(connection: Connection): SchemeVersionStore & { models: Model<Stored>[] } {
  const versions = connection.model<Stored>('SchemeVersion', versionSchema);
  const adopted = (countyId: string, sector: SectorName, from: object): QueryFilter<Stored> => ({ countyId, sector, from });
  return {
    models: [versions],
    find: async (versionId) => {
      const found = await versions.findOne({ _id: versionId }, kept).lean<Stored>();
      return found ? recordOf(found) : undefined;
    },
    insert: async (record, events) => {
      try {
        await versions.create({ ...storedOf(record), pending: [...events] });
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
        .lean<SchemeVersionListedRecord[]>();
      const [found, total] = await Promise.all([items, versions.countDocuments(filter)]);
      return { items: found, total };
    },
    newestNumber: async (countyId, sector) =>
      (await versions.findOne({ countyId, sector }, { number: 1 }).sort({ number: -1 }).lean<Stored>())?.number ?? 0,
    inForce: async (countyId, sector, period) => {
      const found = await versions
        .findOne(adopted(countyId, sector, { $lte: period }), kept)
        .sort({ from: -1 })
        .lean<Stored>();
      return found ? recordOf(found) : undefined;
    },
    adoptedFrom: async (countyId, sector, period) => {
      const found = versions.find(adopted(countyId, sector, { $gte: period }), kept).sort({ from: 1 });
      return (await found.lean<Stored[]>()).map(recordOf);
    },
    nextAfter: async (countyId, sector, period) => {
      const filter = adopted(countyId, sector, { $gt: period });
      const found = await versions.findOne(filter, { from: 1, title: 1, number: 1 }).sort({ from: 1 }).lean<Stored>();
      return found?.from === undefined ? undefined : { from: found.from, title: found.title, number: found.number };
    },
  };
}

async function compareAndSet(versions: Model<Stored>, record: SchemeVersionRecord, events: readonly PendingEvent[]) {
  const { _id, ...stored } = storedOf(record);
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
