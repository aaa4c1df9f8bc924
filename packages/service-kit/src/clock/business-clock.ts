import { businessTime, type Clock, memberInternals } from '@jifen/contracts';
import { ask, type HttpClient } from '../http/http-client.ts';

export type BusinessClock = { now(): number; reading(): Clock; refresh(): Promise<void>; stop(): void };
export type ClockOptions = { fetchClock: () => Promise<Clock>; cacheMs?: number; realNow?: () => number };

/** Resolves with the first reading, then renews it in the background; while that fails, the last reading is used. */
export async function createClock({ fetchClock, cacheMs = 1000, realNow = Date.now }: ClockOptions): Promise<BusinessClock> {
  let reading = await fetchClock();
  const refresh = async () => {
    reading = await fetchClock();
  };
  const timer = setInterval(() => void refresh().catch(() => undefined), cacheMs);
  timer.unref();
  return {
    now: () => Math.floor(businessTime(reading, realNow())),
    reading: () => reading,
    refresh,
    stop: () => clearInterval(timer),
  };
}

/** As member keeps it. */
export async function fetchClock(member: HttpClient): Promise<Clock> {
  const answer = await ask(member, memberInternals.clock, {});
  if (!answer.ok) throw new Error(`member refused the clock: ${answer.refusal.code}`);
  return answer.value;
}
