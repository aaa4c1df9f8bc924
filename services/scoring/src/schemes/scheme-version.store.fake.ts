import type { PendingEvent } from '@jifen/service-kit';
import { type Plantable, readOnce } from '@jifen/test-kit';
import { fromOf, type SchemeVersionRecord, type SchemeVersionStore } from './scheme-version.store.ts';
import { versions as stored, storedVersion, versionsListed } from './scheme-version.stored.ts';

export type FakeSchemeVersionStore = SchemeVersionStore & Plantable & { pendingOf(id: string): PendingEvent[] };

export function fakeSchemeVersionStore(): FakeSchemeVersionStore {
  const versions = new Map<string, object>();
  const reader = readOnce(stored);
  const pending = new Map<string, PendingEvent[]>();
  const append = (id: string, events: readonly PendingEvent[]) => pending.set(id, [...(pending.get(id) ?? []), ...events]);
  const ofSector = (countyId: string, sector: string) =>
    reader.all([...versions.values()]).filter((one) => one.countyId === countyId && one.sector === sector);
  const adopted = (countyId: string, sector: string) =>
    ofSector(countyId, sector)
      .flatMap((record) => {
        const from = fromOf(record);
        return from === undefined ? [] : [{ record, from }];
      })
      .sort((a, b) => (a.from < b.from ? -1 : 1));
  const isTaken = (record: SchemeVersionRecord) =>
    adopted(record.countyId, record.sector).some((other) => other.record._id !== record._id && other.from === fromOf(record));
  const read = (id: string) => reader.found(versions.get(id));
  return {
    plant: async (document) => void versions.set(document._id, document),
    pendingOf: (id) => pending.get(id) ?? [],
    find: async (id) => read(id),
    insert: async (record, events) => {
      if (versions.has(record._id)) return 'exists';
      if (ofSector(record.countyId, record.sector).some(({ number }) => number === record.number)) return 'number-taken';
      versions.set(record._id, storedVersion(record));
      append(record._id, events);
      return 'inserted';
    },
    update: async (record, events) => {
      if (read(record._id)?.version !== record.version - 1) return 'outdated';
      if (isTaken(record)) return 'month-taken';
      versions.set(record._id, storedVersion(record));
      append(record._id, events);
      return 'written';
    },
    page: async ({ countyId, sector, page, pageSize }) => {
      const found = ofSector(countyId, sector).sort((a, b) => b.number - a.number);
      const items = found.slice((page - 1) * pageSize, page * pageSize);
      return { items: versionsListed.all(items.map(storedVersion)), total: found.length };
    },
    newestNumber: async (countyId, sector) => Math.max(0, ...ofSector(countyId, sector).map(({ number }) => number)),
    inForce: async (countyId, sector, period) => adopted(countyId, sector).findLast(({ from }) => from <= period)?.record,
    adoptedFrom: async (countyId, sector, period) =>
      adopted(countyId, sector)
        .filter(({ from }) => from >= period)
        .map(({ record }) => record),
    nextAfter: async (countyId, sector, period) => {
      const next = adopted(countyId, sector).find(({ from }) => from > period);
      return next && { from: next.from, title: next.record.scheme.title, number: next.record.number };
    },
  };
}
