import type { AttemptCount, AttemptStore } from './attempt.store.ts';

export function fakeAttemptStore(): AttemptStore {
  const windows = new Map<string, AttemptCount>();
  return {
    async count(key, at, windowMs) {
      const open = windows.get(key);
      const next = open && open.endsAt > at ? { ...open, count: open.count + 1 } : { count: 1, endsAt: at + windowMs };
      windows.set(key, next);
      return next;
    },
    async forget(key) {
      windows.delete(key);
    },
    async giveBack(key) {
      const open = windows.get(key);
      if (open && open.count > 0) windows.set(key, { ...open, count: open.count - 1 });
    },
  };
}
