import { describe, expect, it } from '@jest/globals';
import { backoffMs } from './backoff.mjs';

describe('waiting before a crashed process is started again', () => {
  it.each([
    [1, 1_000],
    [2, 2_000],
    [3, 4_000],
    [5, 16_000],
    [6, 30_000],
    [60, 30_000],
  ])('after %d crashes in a row it is %d ms', (crashes, milliseconds) => {
    expect(backoffMs(crashes)).toBe(milliseconds);
  });
});
