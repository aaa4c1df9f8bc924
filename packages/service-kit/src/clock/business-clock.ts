/** Business time runs from `anchorBusiness` at `anchorReal` (both in milliseconds) with `speed`; 0 stands still. */
export type ClockReading = { anchorReal: number; anchorBusiness: number; speed: number };

export type BusinessClock = { now(): number; refresh(): Promise<void>; stop(): void };
export type ClockOptions = { fetchClock: () => Promise<ClockReading>; cacheMs?: number; realNow?: () => number };

export function businessTime({ anchorReal, anchorBusiness, speed }: ClockReading, realNow: number): number {
  return anchorBusiness + (realNow - anchorReal) * speed;
}

/** Resolves with the first reading; afterwards the reading is renewed in the background and the last good one is used. */
export async function createClock(_options: ClockOptions): Promise<BusinessClock> {
  throw new Error('createClock is not built yet');
}
