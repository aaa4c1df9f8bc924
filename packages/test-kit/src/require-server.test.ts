import { describe, expect, it } from '@jest/globals';
import { requireServer } from './require-server.ts';

describe('a server that a test needs', () => {
  it('is named by the environment, or its absence is a failure that says what to do', () => {
    process.env.CHROME_BIN = '/usr/bin/chromium';
    expect(requireServer('CHROME_BIN')).toBe('/usr/bin/chromium');
    delete process.env.CHROME_BIN;
    expect(() => requireServer('CHROME_BIN')).toThrow('CHROME_BIN is not set: run these tests with `npm test`');
  });
});
