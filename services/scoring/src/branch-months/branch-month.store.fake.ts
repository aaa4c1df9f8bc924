import type { PendingEvent } from '@jifen/service-kit';
import {
  type Announced,
  type BranchMonthListed,
  type BranchMonthRecord,
  type BranchMonthStore,
  frozenFields,
  type NewestFrom,
  type OpenMonthKey,
} from './branch-month.store.ts';
import { lateFrom, wakesOf } from './step-deadline.ts';

export type FakeBranchMonthStore = BranchMonthStore & { pendingOf(id: string): PendingEvent[] };

export function fakeBranchMonthStore(): FakeBranchMonthStore {
  const months = new Map<string, BranchMonthRecord>();
  const pending = new Map<string, PendingEvent[]>();
  const append = (id: string, events: readonly PendingEvent[]) => pending.set(id, [...(pending.get(id) ?? []), ...events]);
  const sorted = (wanted: (record: BranchMonthRecord) => boolean) =>
    structuredClone([...months.values()].filter(wanted).sort((a, b) => (a._id < b._id ? -1 : 1)));
  return {
    pendingOf: (id) => pending.get(id) ?? [],
    find: async (branchId, period) => unchangeable(structuredClone(months.get(`${branchId}/${period}`))),
    ofBranch: async (branchId) => sorted((record) => record.branchId === branchId).map(listed),
    insert: async (record, events) => {
      if (months.has(record._id)) return 'exists';
      months.set(record._id, structuredClone(record));
      append(record._id, events);
      return 'inserted';
    },
    update: async (record, events) => {
      const stored = months.get(record._id);
      if (stored?.version !== record.version - 1) return 'outdated';
      const frozen = Object.fromEntries(frozenFields.map((name) => [name, stored[name]]));
      months.set(record._id, structuredClone({ ...record, ...frozen }));
      append(record._id, events);
      return 'written';
    },
    announce: async (events, scope = {}) => {
      for (const record of sorted(hears(scope))) append(record._id, events);
    },
    page: async ({ scopes, period, stage, lateAt, origin, order = 'newest-first', page, pageSize }) => {
      const found = sorted(
        (record) =>
          record.scopes.some((scope) => scopes.includes(scope)) &&
          (!period || record.period === period) &&
          (!stage || record.stage === stage) &&
          (!origin || !record.broughtIn) &&
          (lateAt === undefined || lateFrom(record) <= lateAt),
      ).sort((a, b) => (order === 'due-first' ? lateFrom(a) - lateFrom(b) : b.period.localeCompare(a.period)));
      return { items: found.slice((page - 1) * pageSize, page * pageSize).map(listed), total: found.length };
    },
    newestFrom: async (query) => sorted(reaches(query)).reduce<string | undefined>(later, undefined),
    filed: async ({ scopes, limit }) =>
      sorted((record) => record.stage === 'filed' && record.scopes.some((scope) => scopes.includes(scope)))
        .sort((a, b) => b.period.localeCompare(a.period))
        .slice(0, limit),
    open: async ({ scopes, branchId, limit, after }) =>
      sorted(
        (record) =>
          record.stage !== 'closed' &&
          (!scopes || record.scopes.some((scope) => scopes.includes(scope))) &&
          (!branchId || record.branchId === branchId) &&
          (!after || record._id > after),
      ).slice(0, limit),
    openKeys: async ({ limit, after }) =>
      sorted(({ _id, stage }) => stage !== 'closed' && (!after || _id > after))
        .slice(0, limit)
        .map(keyOf),
  };
}

/** What is read belongs to the store: whoever changes it in place finds out here. */
function unchangeable<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(unchangeable);
  return value;
}

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

function listed(record: BranchMonthRecord): BranchMonthListed {
  const { _id, branchId, branchName, period, path, stage, round, deadlines, counters, decidedWith, broughtIn } = record;
  const rest = { ...(decidedWith ? { decidedWith } : {}), ...(broughtIn ? { broughtIn } : {}) };
  return { _id, branchId, branchName, period, path, stage, round, deadlines, counters, ...rest };
}
const keyOf = ({ _id, branchId, period, stage, round, awaitingProjection }: BranchMonthRecord): OpenMonthKey => ({
  _id,
  branchId,
  period,
  stage,
  round,
  ...(awaitingProjection === undefined ? {} : { awaitingProjection }),
});
