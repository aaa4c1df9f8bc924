export type AttemptCount = { count: number; endsAt: number };

/** Counts of failed sign-ins in windows of real time. */
export type AttemptStore = {
  /** Counts one more in the window that is open at `at`, or opens one; the count includes this attempt. */
  count(key: string, at: number, windowMs: number): Promise<AttemptCount>;
  forget(key: string): Promise<void>;
  /** Takes one attempt back, e.g. one that succeeded. */
  giveBack(key: string): Promise<void>;
};
