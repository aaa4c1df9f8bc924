/** Remembers which documents failed and how long to wait: 1 s, doubled each time, at most 60 s. */
export type BackOff = {
  /** Answers the wait in milliseconds; with `waitMs` the event has not failed, it is only too early. */
  failed(id: unknown, waitMs?: number): number;
  succeeded(id: unknown): void;
  waiting(): unknown[];
};

type Entry = { id: unknown; failures: number; until: number };
const firstMs = 1000;
const longestMs = 60_000;

export function createBackOff(now: () => number = Date.now, random: () => number = Math.random): BackOff {
  const entries = new Map<string, Entry>();
  return {
    failed(id, asked) {
      const failures = (entries.get(String(id))?.failures ?? 0) + (asked === undefined ? 1 : 0);
      const waitMs = asked ?? Math.round(Math.min(firstMs * 2 ** (failures - 1), longestMs) * (0.75 + random() / 2));
      entries.set(String(id), { id, failures, until: now() + waitMs });
      return waitMs;
    },
    succeeded(id) {
      entries.delete(String(id));
    },
    waiting: () => [...entries.values()].filter(({ until }) => until > now()).map(({ id }) => id),
  };
}
