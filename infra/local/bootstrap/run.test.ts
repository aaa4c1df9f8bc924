import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { run } from './run.mjs';

const aLog = () => join(mkdtempSync(join(tmpdir(), 'jifen-run-')), 'x.log');

describe('a program that is run to its end', () => {
  it('answers what it wrote, and the log has it too', async () => {
    const log = aLog();
    expect(await run('sh', ['-c', 'echo $((6 * 7))'], { log })).toBe('42\n');
    expect(readFileSync(log, 'utf8')).toContain('\n42\n');
  });

  it('keeps a secret answer out of the log', async () => {
    const log = aLog();
    expect(await run('sh', ['-c', 'echo $((6 * 7))'], { log, answerIsSecret: true })).toBe('42\n');
    expect(readFileSync(log, 'utf8')).not.toContain('42');
  });

  it('that fails is explained by the end of its log', async () => {
    const work = run('sh', ['-c', 'echo no such thing >&2; exit 3'], { log: aLog(), title: 'The fetching' });
    await expect(work).rejects.toThrow(/^The fetching failed \(exit 3\); see .*\n(.*\n)*no such thing$/);
  });
});
