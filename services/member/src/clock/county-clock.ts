import type { Clock } from '@jifen/contracts';
import { z } from 'zod';
import { keptReader, type VersionedStore } from '../record/versioned.store.ts';

export type ClockStore = VersionedStore<Clock>;
export const clocks = keptReader<Clock>('clocks', z.object({ anchorReal: z.number(), anchorBusiness: z.number(), speed: z.number() }));
export const clockId = 'county';

/** The county's clock; written once when the county is first started. */
export async function ensureClock(clocks: ClockStore, first: Clock): Promise<Clock> {
  const kept = await readClock(clocks);
  if (kept) return kept;
  await clocks.write([{ id: clockId, value: first, replaces: 0 }]).catch(() => undefined);
  return (await readClock(clocks)) ?? first;
}

export async function readClock(clocks: ClockStore): Promise<Clock | undefined> {
  return (await clocks.byIds([clockId]))[0]?.value;
}

/** Production runs with real time; the demo stands still at its beginning. */
export function firstClock(profile: 'demo' | 'production', { realNow, demoStart }: { realNow: number; demoStart: string }): Clock {
  return profile === 'production'
    ? { anchorReal: realNow, anchorBusiness: realNow, speed: 1 }
    : { anchorReal: realNow, anchorBusiness: Date.parse(demoStart), speed: 0 };
}
