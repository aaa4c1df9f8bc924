import type { Clock } from '@jifen/contracts';

/** Production runs with real time; the demo stands still at its beginning. */
export function firstClock(profile: 'demo' | 'production', { realNow, demoStart }: { realNow: number; demoStart: string }): Clock {
  return profile === 'production'
    ? { anchorReal: realNow, anchorBusiness: realNow, speed: 1 }
    : { anchorReal: realNow, anchorBusiness: Date.parse(demoStart), speed: 0 };
}
