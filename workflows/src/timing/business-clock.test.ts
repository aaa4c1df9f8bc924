import { describe, expect, it } from '@jest/globals';
import { businessTime } from '@jifen/contracts';
import { laterOf, realDelay } from './business-clock.ts';

const clock = (speed: number) => ({ anchorReal: 1_000_000, anchorBusiness: 5_000_000, speed });

describe('business time', () => {
  it.each([
    [1, 5_060_000],
    [100, 11_000_000],
    [0, 5_000_000],
  ])('at speed %d a real minute later it is %d', (speed, expected) => {
    expect(businessTime(clock(speed), 1_060_000)).toBe(expected);
  });

  it.each([
    [1, 60_000],
    [100, 600],
    [7, 8_572],
  ])('at speed %d a business minute takes %d real milliseconds', (speed, expected) => {
    expect(realDelay(clock(speed), 1_000_000, 5_060_000)).toBe(expected);
  });

  it('a clock that stands still never gets there', () => {
    expect(realDelay(clock(0), 1_000_000, 5_060_000)).toBeUndefined();
  });

  it('a delay is never below one millisecond', () => {
    expect(realDelay(clock(100_000), 1_000_000, 5_000_001)).toBe(1);
    expect(realDelay(clock(1), 1_000_000, 4_000_000)).toBe(1);
  });
});

describe('a clock that is told', () => {
  const known = { anchorReal: 1_000, anchorBusiness: 5_000, speed: 0 };
  it.each([
    ['set before the one that is known is passed over', 999, 5_000],
    ['set with it takes its place', 1_000, 7_000],
    ['set after it takes its place', 1_001, 7_000],
  ] as const)('%s', (_what, anchorReal, expected) => {
    expect(laterOf(known, { anchorReal, anchorBusiness: 7_000, speed: 0 }).anchorBusiness).toBe(expected);
  });

  it('that is none leaves the one that is known', () => {
    expect(laterOf(known, undefined)).toBe(known);
  });
});
