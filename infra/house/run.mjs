import { spawn } from 'node:child_process';
import { house } from './rooms.mjs';

/**
 * Runs a Node program of the house and keeps what it says.
 * @param {string[]} command the program's file and its arguments
 * @param {Record<string, string>} [env] added to this process's environment
 * @returns {Promise<{ ok: boolean, output: string, seconds: number }>}
 */
export function run(command, env = {}) {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, { cwd: house, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (data) => {
      output += data;
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('close', (code) => resolve({ ok: code === 0, output, seconds: (performance.now() - startedAt) / 1000 }));
  });
}
