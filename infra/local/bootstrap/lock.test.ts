import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { lockHolder, tryLock } from './lock.mjs';

const lockPath = () => join(mkdtempSync(join(tmpdir(), 'jifen-lock-')), 'x.lock');

describe('lock', () => {
  it('is had by one at a time and can be had again once released', () => {
    const path = lockPath();
    const release = tryLock(path);
    expect(lockHolder(path)?.pid).toBe(process.pid);
    expect(tryLock(path)).toBeUndefined();
    release?.();
    expect(existsSync(path)).toBe(false);
    expect(tryLock(path)).toBeDefined();
  });

  it('of a process that is gone is taken over', () => {
    const path = lockPath();
    writeFileSync(path, JSON.stringify({ pid: process.pid, startedAt: '1' }));
    expect(tryLock(path)).toBeDefined();
    expect(lockHolder(path)?.pid).toBe(process.pid);
  });
});
