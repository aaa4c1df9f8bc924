import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { rotatingLog } from './rotating-log.mjs';

describe('a log file', () => {
  it('is moved aside when full, and the oldest is dropped', () => {
    const folder = mkdtempSync(join(tmpdir(), 'jifen-log-'));
    const log = rotatingLog(join(folder, 'x.log'), { largestBytes: 4, kept: 3 });
    for (const text of ['1111', '2222', '3333', '4444']) log.write(Buffer.from(text));
    log.close();
    const contents = readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
    expect(contents).toEqual([
      ['x.log', '4444'],
      ['x.log.1', '3333'],
      ['x.log.2', '2222'],
    ]);
  });
});
