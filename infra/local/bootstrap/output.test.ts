import { describe, expect, it } from '@jest/globals';
import { formatElapsed, progress } from './output.mjs';

describe('progress', () => {
  it.each([
    [900, '0s'],
    [59_999, '59s'],
    [75_000, '1m15s'],
    [600_000, '10m00s'],
  ])('%d ms are shown as %s', (milliseconds, text) => {
    expect(formatElapsed(milliseconds)).toBe(text);
  });

  it('says how long a step took', async () => {
    const lines: string[] = [];
    let clock = 0;
    const report = progress({ write: (line: string) => void lines.push(line), now: () => clock });
    await report.step('Building', async () => {
      clock = 61_000;
    });
    expect(lines).toEqual(['[1m01s] Building: done in 1m01s']);
  });
});
