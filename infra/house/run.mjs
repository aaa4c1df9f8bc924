import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { house } from './rooms.mjs';

const underway = new Set();

/**
 * Runs a Node program of the house and keeps what it says.
 * @param {string[]} command the program's file and its arguments
 * @param {Record<string, string>} [env] added to this process's environment
 * @param {string} [log] a file that also gets what it says, as it says it
 * @returns {Promise<{ ok: boolean, output: string, seconds: number }>}
 */
export function run(command, env = {}, log = undefined) {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, { cwd: house, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    underway.add(child);
    let output = '';
    const keep = (data) => {
      output += data;
      if (log) appendFileSync(log, data);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('close', (code) => {
      underway.delete(child);
      resolve({ ok: code === 0, output, seconds: (performance.now() - startedAt) / 1000 });
    });
  });
}

/** Tells every program that still runs to end. */
export function endRunning() {
  for (const child of underway) child.kill('SIGTERM');
}
