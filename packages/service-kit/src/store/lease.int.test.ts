import { describe, expect, it } from '@jest/globals';
import { fixedClock, withDatabase } from '@jifen/test-kit';
import { createLease } from './lease.ts';

const database = withDatabase();

describe('a lease', () => {
  const clock = fixedClock();
  const holder = (name: string) => createLease({ connection: database.connection(), name, leaseMs: 9000, now: clock.now });

  it('has one holder until it runs out or is given back', async () => {
    const [first, second] = [holder('a'), holder('a')];
    expect([await first.acquire(), await second.acquire(), await first.acquire()]).toEqual([true, false, true]);
    clock.advance(9000);
    expect([await second.acquire(), await first.acquire()]).toEqual([true, false]);
    await second.release();
    expect(await first.acquire()).toBe(true);
  });

  it('is renewed by its holder', async () => {
    const [first, second] = [holder('b'), holder('b')];
    await first.acquire();
    clock.advance(8000);
    expect(await first.acquire()).toBe(true);
    clock.advance(8000);
    expect(await second.acquire()).toBe(false);
  });

  it('goes to exactly one of many who want it at the same time', async () => {
    const taken = await Promise.all(Array.from({ length: 20 }, () => holder('c').acquire()));
    expect(taken.filter(Boolean)).toHaveLength(1);
  });
});
