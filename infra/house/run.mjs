import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { chosenNode } from '../local/bootstrap/node.mjs';
import { house } from './rooms.mjs';

const underway = new Set();

/**
 * Runs a Node program of the repository and keeps its output.
 * @param {string[]} command the program's file and its arguments
 * @param {Record<string, string>} [env] added to this process's environment
 * @param {{ log?: string, nice?: number }} [how] a file that gets the output too, at once; the lower priority (nice), 0 to 19
 * @returns {Promise<{ ok: boolean, output: string, seconds: number }>}
 */
export function run(command, env = {}, { log, nice = 0 } = {}) {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const [program, ...words] = [...(nice > 0 ? ['nice', '-n', String(nice)] : []), chosenNode(), ...command];
    const child = spawn(program, words, { cwd: house, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
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

/** Signals every running program to end. */
export function endRunning() {
  for (const child of underway) child.kill('SIGTERM');
}
