import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import { identify, lives, lowerPriority, parseStat } from './processes.mjs';

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

describe('a process of lower priority', () => {
  it('has it with every thread, and its session behind others', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' });
    const { pid = 0 } = child;
    try {
      await lowerPriority(pid, 5);
      const threads = existsSync(`/proc/${pid}/task`) ? readdirSync(`/proc/${pid}/task`).map(Number) : [pid];
      expect(threads.map((id) => getPriority(id))).toEqual(threads.map(() => 5));
      const session = `/proc/${pid}/autogroup`;
      if (existsSync(session)) expect(readFileSync(session, 'utf8')).toMatch(/ nice 5$/m);
    } finally {
      child.kill('SIGKILL');
    }
  });

  it('is none that has ended', async () => {
    await expect(lowerPriority(2 ** 22 + 1, 5)).rejects.toThrow();
  });
});
