/** Stands still until it is set or advanced. Instants are milliseconds or ISO texts with an offset. */
export type FixedClock = { now(): number; set(instant: string | number): void; advance(ms: number): void };

export function fixedClock(start: string | number = '2026-10-25T09:00:00+08:00'): FixedClock {
  let current = instantOf(start);
  return {
    now: () => current,
    set(instant) {
      current = instantOf(instant);
    },
    advance(ms) {
      current += ms;
    },
  };
}

function instantOf(instant: string | number): number {
  const ms = typeof instant === 'number' ? instant : Date.parse(instant);
  if (Number.isNaN(ms)) throw new Error(`${instant} is no instant.`);
  return ms;
}
