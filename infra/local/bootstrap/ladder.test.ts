import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { outstandingWork, rootPurposes } from './ladder.mjs';
import { hasWheel, wheelProgram } from './temporal-wheel.mjs';

const anEmptyCache = () => mkdtempSync(join(tmpdir(), 'jifen-cache-'));
const choice = (rung: string, more = {}) => ({ rung, why: '', ...more });
const choices = (more = {}) => ({
  store: choice('private-root', { root: true }),
  redis: choice('private-root', { root: true }),
  temporal: choice('wheel', { python: '/usr/bin/python3' }),
  go: choice('host', { program: '/usr/bin/go' }),
  ...more,
});

describe('the private root', () => {
  it('holds the servers alone where the host has Go and pip', () => {
    expect(rootPurposes(choices(), anEmptyCache(), [])).toEqual(['servers']);
  });

  it('holds first the tools that others wait for, then the servers, then what only tests need', () => {
    const bare = choices({ temporal: choice('wheel'), go: choice('private-root') });
    expect(rootPurposes(bare, anEmptyCache(), ['java', 'browser'])).toEqual(['go', 'python', 'servers', 'java', 'browser']);
  });

  it('is not needed where every server is found on the host', () => {
    const found = choices({ store: choice('found'), redis: choice('found'), temporal: choice('found') });
    expect(rootPurposes(found, anEmptyCache(), [])).toEqual([]);
  });
});

describe('what is still to be fetched', () => {
  it('is told with its megabytes', () => {
    expect(outstandingWork(choices(), { cache: anEmptyCache(), purposes: [] })).toEqual([
      'Debian packages for the private root (servers): about 190 MB',
      'Temporal 1.9.1, ready built: 44 MB',
      'ferretdb 2.7.0 (150 MB of Go modules), then compiled (half a minute to some minutes)',
    ]);
  });

  it('leaves out a program that is in the cache', () => {
    const cache = anEmptyCache();
    mkdirSync(dirname(wheelProgram(cache)), { recursive: true });
    writeFileSync(wheelProgram(cache), '');
    expect(outstandingWork(choices(), { cache, purposes: [] }).join()).not.toContain('Temporal');
  });

  it.each([
    ['linux-x64', true],
    ['linux-arm64', true],
    ['darwin-x64', true],
    ['darwin-arm64', true],
    ['win32-x64', false],
  ])('Temporal is published ready built for %s: %s', (platform, is) => {
    expect(hasWheel(platform)).toBe(is);
  });
});
