import { type PendingEvent, plain } from '@jifen/service-kit';
import type { Plantable } from '@jifen/test-kit';
import { type CountyMonthRecord, type CountyMonthStore, countyMonthId, countyMonths } from './county-month.store.ts';

export type FakeCountyMonthStore = CountyMonthStore & Plantable & { pendingOf(id: string): PendingEvent[] };

export function fakeCountyMonthStore(): FakeCountyMonthStore {
  const months = new Map<string, object>();
  const pending = new Map<string, PendingEvent[]>();
  const append = (id: string, events: readonly PendingEvent[]) => pending.set(id, [...(pending.get(id) ?? []), ...events]);
  const read = (id: string) => countyMonths.found(structuredClone(months.get(id)));
  const keep = (month: CountyMonthRecord) => void months.set(month._id, plain(month));
  return {
    plant: async (document) => void months.set(document._id, document),
    pendingOf: (id) => pending.get(id) ?? [],
    find: async (key) => read(countyMonthId(key)),
    newest: async (countyId) => {
      const ofCounty = countyMonths.all([...months.values()]).filter((month) => month.countyId === countyId);
      return ofCounty.sort((a, b) => (a.period < b.period ? 1 : -1))[0];
    },
    insert: async (record, events) => {
      if (months.has(record._id)) return 'exists';
      keep(record);
      append(record._id, events);
      return 'inserted';
    },
    refuse: async (key, branchId, refusal, events) => {
      const _id = countyMonthId(key);
      const month = read(_id) ?? { _id, ...key, begunAt: refusal.at, refusals: {} };
      keep({ ...month, refusals: { ...month.refusals, [branchId]: refusal } });
      append(_id, events);
    },
    settle: async (key, branchId) => {
      const month = read(countyMonthId(key));
      if (!month?.refusals[branchId]) return;
      const { [branchId]: _settled, ...refusals } = month.refusals;
      const counts = month.counts && { ...month.counts, open: month.counts.open + 1 };
      keep({ ...month, refusals, ...(counts && { counts }) });
    },
    finish: async (key, end, events) => {
      const month = read(countyMonthId(key));
      if (!month) return;
      keep({ ...month, ...end });
      append(month._id, events);
    },
  };
}
