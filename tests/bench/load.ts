import { setTimeout as delay } from 'node:timers/promises';

/** The time of each call in milliseconds, from the instant at which it was due, so that a slow server's queue counts too. */
export async function atRate<T>(items: readonly T[], perSecond: number, call: (item: T) => Promise<void>): Promise<number[]> {
  const begun = performance.now();
  return Promise.all(
    items.map(async (item, index) => {
      const due = begun + (index * 1000) / perSecond;
      await delay(Math.max(0, due - performance.now()));
      await call(item);
      return performance.now() - due;
    }),
  );
}

/** The throughput with a number of calls at a time, in calls per second. */
export async function asFastAs<T>(items: readonly T[], atOnce: number, call: (item: T) => Promise<void>): Promise<number> {
  const begun = performance.now();
  const queue = items.values();
  const worker = async () => {
    for (let next = queue.next(); !next.done; next = queue.next()) await call(next.value);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return (items.length * 1000) / (performance.now() - begun);
}

/** One after the other; how long each took in milliseconds. */
export async function oneByOne<T>(items: readonly T[], call: (item: T) => Promise<void>): Promise<number[]> {
  const took: number[] = [];
  for (const item of items) {
    const begun = performance.now();
    await call(item);
    took.push(performance.now() - begun);
  }
  return took;
}
