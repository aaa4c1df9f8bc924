import type { LedgerRow, LedgerStore } from './ledger.store.ts';

const inOrder = (a: LedgerRow, b: LedgerRow) => a.period.localeCompare(b.period) || a.at - b.at || (a._id < b._id ? -1 : 1);

export function fakeLedgerStore(): LedgerStore & { rows(): LedgerRow[] } {
  const kept = new Map<string, LedgerRow>();
  const rows = () => [...kept.values()].sort(inOrder).map((row) => structuredClone(row));
  return {
    rows,
    async add(added) {
      const missing = added.filter((row) => !kept.has(row._id));
      for (const row of missing) kept.set(row._id, structuredClone(row));
      return missing.length;
    },
    ofMonth: async (memberIds, period) => rows().filter((row) => row.period === period && memberIds.includes(row.memberId)),
    upTo: async (memberIds, period) =>
      rows().filter((row) => memberIds.includes(row.memberId) && row.year === Number(period.slice(0, 4)) && row.period <= period),
    ofYear: async (memberId, year) => rows().filter((row) => row.memberId === memberId && row.year === year),
  };
}
