import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';

type Known = BranchMonthRecord | undefined;
/** `seen` is the month as somebody has just read it; answers the month as the work has left it. */
type Work = (branchId: string, period: string, seen?: BranchMonthRecord) => Promise<Known>;

/**
 * Work on one month waits for the work on it that has begun; whoever comes meanwhile shares the next. What was written before asking is
 * seen by the work that is waited for, and many who come at once do not contend for the same document, nor read it anew.
 */
export function oneAtATime(work: Work): Work {
  const begun = new Map<string, Promise<Known>>();
  const next = new Map<string, Promise<Known>>();

  const begin = (key: string, branchId: string, period: string, seen: Known) => {
    const running = work(branchId, period, seen).finally(() => begun.delete(key));
    begun.set(key, running);
    return running;
  };

  return (branchId, period, seen) => {
    const key = `${branchId}/${period}`;
    const running = begun.get(key);
    if (!running) return begin(key, branchId, period, seen);
    const waiting = next.get(key);
    if (waiting) return waiting;
    const following = running
      .catch(() => seen)
      .then((left) => {
        next.delete(key);
        return begin(key, branchId, period, left);
      });
    next.set(key, following);
    return following;
  };
}
