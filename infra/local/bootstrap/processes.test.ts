import { describe, expect, it } from '@jest/globals';
import { identify, lives, parseStat } from './processes.mjs';

describe('identity of a process', () => {
  it('is read behind a name that holds spaces and brackets', () => {
    const stat = '77 (a ) b) S 1 77 77 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 123456 1000 10 18446744073709551615';
    expect(parseStat(stat)).toEqual({ state: 'S', startedAt: '123456' });
  });

  it('is the same while the process lives', () => {
    expect(lives(identify(process.pid))).toBe(true);
  });

  it('is not that of another process with the same pid', () => {
    expect(lives({ pid: process.pid, startedAt: '1' })).toBe(false);
  });

  it('is none where nothing runs', () => {
    expect(identify(2 ** 22 + 1)).toBeUndefined();
  });
});
