import type { PendingEvent } from '@jifen/service-kit';
import { type Plantable, readOnce } from '@jifen/test-kit';
import { type Announced, type BranchMonthRecord, type BranchMonthStore, frozenFields, type NewestFrom } from './branch-month.store.ts';
import { monthKeys, monthsInHand, monthsListed, months as stored, storedMonth } from './branch-month.stored.ts';
import { lateFrom, wakesOf } from './step-deadline.ts';

export type FakeBranchMonthStore = BranchMonthStore & Plantable & { pendingOf(id: string): PendingEvent[] };

export function fakeBranchMonthStore(): FakeBranchMonthStore {
  const months = new Map<string, object>();
  const reader = readOnce(stored);
  const pending = new Map<string, PendingEvent[]>();
  const append = (id: string, events: readonly PendingEvent[]) => pending.set(id, [...(pending.get(id) ?? []), ...events]);
  const read = (id: string) => reader.found(months.get(id));
  const sorted = (wanted: (record: BranchMonthRecord) => boolean) =>
    reader
      .all([...months.values()])
      .filter(wanted)
      .sort((a, b) => (a._id < b._id ? -1 : 1));
  return {
    pendingOf: (id) => pending.get(id) ?? [],
    plant: async (document) => void months.set(document._id, document),
    find: async (branchId, period) => unchangeable(read(`${branchId}/${period}`)),
    ofBranch: async (branchId) => monthsListed.all(sorted((record) => record.branchId === branchId)),
    insert: async (record, events) => {
      if (months.has(record._id)) return 'exists';
      months.set(record._id, storedMonth(record));
      append(record._id, events);
      return 'inserted';
    },
    update: async (record, events) => {
      const stored = read(record._id);
      if (stored?.version !== record.version - 1) return 'outdated';
      const frozen = Object.fromEntries(frozenFields.map((name) => [name, stored[name]]));
      months.set(record._id, storedMonth({ ...record, ...frozen }));
      append(record._id, events);
      return 'written';
    },
    announce: async (events, scope = {}) => {
      for (const record of sorted(hears(scope))) append(record._id, events);
    },
    page: async ({ order = 'newest-first', page, pageSize, ...asked }) => {
      const found = sorted(isAsked(asked)).sort((a, b) =>
        order === 'due-first' ? lateFrom(a) - lateFrom(b) : b.period.localeCompare(a.period),
      );
      return { items: monthsListed.all(found.slice((page - 1) * pageSize, page * pageSize)), total: found.length };
    },
    newestFrom: async (query) => sorted(reaches(query)).reduce<string | undefined>(later, undefined),
    filed: async ({ scopes, limit }) =>
      monthsInHand.all(
        sorted((record) => record.stage === 'filed' && record.scopes.some((scope) => scopes.includes(scope)))
          .sort((a, b) => b.period.localeCompare(a.period))
          .slice(0, limit),
      ),
    open: async ({ limit, ...asked }) => monthsInHand.all(sorted(isOpen(asked)).slice(0, limit)),
    openKeys: async ({ limit, after = '' }) => {
      const open = ([...months.values()] as { _id: string; stage: string }[]).filter(({ _id, stage }) => stage !== 'closed' && _id > after);
      return monthKeys.each(open.sort((a, b) => (a._id < b._id ? -1 : 1)).slice(0, limit));
    },
  };
}

/** What is read belongs to the store: whoever changes it in place finds out here. */
function unchangeable<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(unchangeable);
  return value;
}

type Asked = Omit<Parameters<BranchMonthStore['page']>[0], 'order' | 'page' | 'pageSize'>;

const isAsked =
  ({ scopes, period, stage, lateAt, origin }: Asked) =>
  (record: BranchMonthRecord) =>
    record.scopes.some((scope) => scopes.includes(scope)) &&
    (!period || record.period === period) &&
    (!stage || record.stage === stage) &&
    (!origin || !record.broughtIn) &&
    (lateAt === undefined || lateFrom(record) <= lateAt);

const isOpen =
  ({ scopes, branchId, after }: Omit<Parameters<BranchMonthStore['open']>[0], 'limit'>) =>
  (record: BranchMonthRecord) =>
    record.stage !== 'closed' &&
    (!scopes || record.scopes.some((scope) => scopes.includes(scope))) &&
    (!branchId || record.branchId === branchId) &&
    (!after || record._id > after);

const reaches =
  ({ scope, branchIds, from }: NewestFrom) =>
  ({ scopes, branchId, period }: BranchMonthRecord) =>
    scopes.includes(scope) && branchIds.includes(branchId) && period >= from;
const later = (newest: string | undefined, { period }: BranchMonthRecord) => (newest === undefined || period > newest ? period : newest);

const hears =
  ({ branchId, waking }: Announced) =>
  (record: BranchMonthRecord) =>
    record.stage !== 'closed' &&
    (!branchId || record.branchId === branchId) &&
    (!waking || wakesOf(record).some((at) => at > waking.after && at <= waking.until));
