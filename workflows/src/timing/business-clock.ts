import { businessTime, type Clock } from '@jifen/contracts';

/** Real milliseconds until a business instant still to come, at least 1; never, as long as the clock stands still. */
export function realDelay(clock: Clock, realNow: number, at: number): number | undefined {
  if (clock.speed === 0) return undefined;
  return Math.max(1, Math.ceil((at - businessTime(clock, realNow)) / clock.speed));
}

/** Messages may overtake each other: of two clocks the one set later counts. */
export const laterOf = (known: Clock, told: Clock | undefined): Clock => (told && told.anchorReal >= known.anchorReal ? told : known);
