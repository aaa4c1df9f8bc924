type Work = (branchId: string, period: string) => Promise<void>;

/**
 * Work on one month waits for the work on it that has begun; whoever comes meanwhile shares the next. What was written before asking is
 * seen by the work that is waited for, and many who come at once do not contend for the same document.
 */
export function oneAtATime(work: Work): Work {
  const begun = new Map<string, Promise<void>>();
  const next = new Map<string, Promise<void>>();

  const begin = (key: string, branchId: string, period: string) => {
    const running = work(branchId, period).finally(() => begun.delete(key));
    begun.set(key, running);
    return running;
  };

  return (branchId, period) => {
    const key = `${branchId}/${period}`;
    const running = begun.get(key);
    if (!running) return begin(key, branchId, period);
    const waiting = next.get(key);
    if (waiting) return waiting;
    const following = running
      .catch(() => undefined)
      .then(() => {
        next.delete(key);
        return begin(key, branchId, period);
      });
    next.set(key, following);
    return following;
  };
}
