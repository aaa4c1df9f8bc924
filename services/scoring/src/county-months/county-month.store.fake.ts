import type { PendingEvent } from '@jifen/service-kit';
import { type CountyMonthRecord, type CountyMonthStore, countyMonthId } from './county-month.store.ts';

export type FakeCountyMonthStore = CountyMonthStore & { pendingOf(id: string): PendingEvent[] };

export function fakeCountyMonthStore(): FakeCountyMonthStore {
  const months = new Map<string, CountyMonthRecord>();
  const pending = new Map<string, PendingEvent[]>();
  const append = (id: string, events: readonly PendingEvent[]) => pending.set(id, [...(pending.get(id) ?? []), ...events]);
  return {
    pendingOf: (id) => pending.get(id) ?? [],
    find: async (key) => structuredClone(months.get(countyMonthId(key))),
    newest: async (countyId) => {
      const ofCounty = [...months.values()].filter((month) => month.countyId === countyId);
      return structuredClone(ofCounty.sort((a, b) => (a.period < b.period ? 1 : -1))[0]);
    },
    insert: async (record, events) => {
      if (months.has(record._id)) return 'exists';
      months.set(record._id, structuredClone(record));
      append(record._id, events);
      return 'inserted';
    },
    refuse: async (key, branchId, refusal, events) => {
      const _id = countyMonthId(key);
      const month = months.get(_id) ?? { _id, ...key, begunAt: refusal.at, refusals: {} };
      months.set(_id, { ...month, refusals: { ...month.refusals, [branchId]: structuredClone(refusal) } });
      append(_id, events);
    },
    settle: async (key, branchId) => {
      const month = months.get(countyMonthId(key));
      if (!month?.refusals[branchId]) return;
      const { [branchId]: _settled, ...refusals } = month.refusals;
      const counts = month.counts && { ...month.counts, open: month.counts.open + 1 };
      months.set(month._id, { ...month, refusals, ...(counts && { counts }) });
    },
    finish: async (key, end, events) => {
      const month = months.get(countyMonthId(key));
      if (!month) return;
      months.set(month._id, { ...month, ...structuredClone(end) });
      append(month._id, events);
    },
  };
}
