import { plain } from '@jifen/service-kit';
import type { Plantable } from '@jifen/test-kit';
import { type LedgerRow, type LedgerStore, ledgerRows } from './ledger.store.ts';

const inOrder = (a: LedgerRow, b: LedgerRow) => a.period.localeCompare(b.period) || a.at - b.at || (a._id < b._id ? -1 : 1);

export function fakeLedgerStore(): LedgerStore & Plantable & { rows(): LedgerRow[] } {
  const kept = new Map<string, object>();
  const rows = () => ledgerRows.all([...kept.values()]).sort(inOrder);
  return {
    rows,
    plant: async (document) => void kept.set(document._id, document),
    async add(added) {
      const missing = added.filter((row) => !kept.has(row._id));
      for (const row of missing) kept.set(row._id, plain(row));
      return missing.length;
    },
    ofMonth: async (memberIds, period) => rows().filter((row) => row.period === period && memberIds.includes(row.memberId)),
    upTo: async (memberIds, period) =>
      rows().filter((row) => memberIds.includes(row.memberId) && row.year === Number(period.slice(0, 4)) && row.period <= period),
    ofYear: async (memberId, year) => rows().filter((row) => row.memberId === memberId && row.year === year),
  };
}
