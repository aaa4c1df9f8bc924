import { describe, expect, it } from '@jest/globals';
import { fixedClock } from './fixed-clock.ts';

describe('a fixed clock', () => {
  it('stands still until it is moved', () => {
    const clock = fixedClock('2026-10-25T09:00:00+08:00');
    expect([clock.now(), clock.now()]).toEqual([1_792_890_000_000, 1_792_890_000_000]);
    clock.advance(500);
    expect(clock.now()).toBe(1_792_890_000_500);
    clock.set('2026-11-01T00:00:00+08:00');
    expect(clock.now()).toBe(1_793_462_400_000);
  });

  it('refuses what is no instant', () => {
    expect(() => fixedClock('tomorrow')).toThrow('tomorrow is no instant.');
  });
});
