import { describe, expect, it } from '@jest/globals';
import { businessTime } from '@jifen/contracts';
import { eventually } from '@jifen/test-kit';
import { createClock } from './business-clock.ts';

describe('business time', () => {
  it.each([
    [1, 1_010_000],
    [60, 1_600_000],
    [0, 1_000_000],
  ])('runs at speed %d', (speed, expected) => {
    expect(businessTime({ anchorReal: 5000, anchorBusiness: 1_000_000, speed }, 15_000)).toBe(expected);
  });

  it('follows the county’s clock, and uses the last reading while member is down', async () => {
    const readings = [1000, 2000];
    const fetchClock = async () => {
      const anchorBusiness = readings.shift();
      if (anchorBusiness === undefined) throw new Error('away');
      return { anchorReal: 0, anchorBusiness, speed: 0 };
    };
    const clock = await createClock({ fetchClock, cacheMs: 5, realNow: () => 77 });
    expect(clock.now()).toBe(1000);
    await eventually(() => expect(clock.now()).toBe(2000));
    await expect(clock.refresh()).rejects.toThrow('away');
    expect(clock.now()).toBe(2000);
    clock.stop();
  });
});
