import { LRUCache } from 'lru-cache';
import type { BranchMonthRecord } from './branch-month.store.ts';

/** Two open months of 300 branches; one takes about a fifth of a megabyte. */
const atMost = 600;

/**
 * Months as this process has read or written them last. Who uses one asks the store whether its version is still the present one: two of the
 * same opening and version are the same.
 */
export type KnownMonths = {
  of(id: string): BranchMonthRecord | undefined;
  keep(record: BranchMonthRecord): void;
  forget(id: string): void;
};

export function createKnownMonths(): KnownMonths {
  const months = new LRUCache<string, BranchMonthRecord>({ max: atMost });
  return {
    of: (id) => months.get(id),
    keep: (record) => void months.set(record._id, record),
    forget: (id) => void months.delete(id),
  };
}
