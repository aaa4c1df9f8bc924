import { type AppOptions, problem } from '@jifen/service-kit';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How many requests one account may make within so many seconds. */
export type Share = { requests: number; seconds: number };

/**
 * An account that asks without end is told to wait; others go on, also those behind the same address: an office has one. Counted in
 * this process alone, so that nobody waits for a count.
 */
export function fairShare({ requests, seconds }: Share): NonNullable<AppOptions['share']> {
  const counted = new RateLimiterMemory({ points: requests, duration: seconds });
  return async ({ personId }) => {
    if (personId === undefined) return undefined;
    try {
      await counted.consume(personId);
      return undefined;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      const retryAfterSeconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      return problem({ status: 429, code: 'too-many-requests', facts: { retryAfterSeconds }, retryAfterSeconds });
    }
  };
}
