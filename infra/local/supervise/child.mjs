import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { identify, signalGroup, until } from '../bootstrap/processes.mjs';
import { dyingWithParent } from '../bootstrap/run.mjs';
import { backoffMs } from './backoff.mjs';
import { isReady } from './probes.mjs';
import { rotatingLog } from './rotating-log.mjs';

const PROBE_EVERY_MS = 200;
const STEADY_MS = 30_000;

/**
 * One entry of the plan.
 * @typedef {{
 *   name: string, kind: 'server' | 'task', command: string[], env: Record<string, string>, after: string[],
 *   ready?: import('./probes.mjs').Probe, port?: number, needs?: string, dieWith: 'SIGTERM' | 'SIGKILL', stopMs: number,
 * }} Entry
 *
 * `task`: runs to its end once; `needs`: the built file without which it is `not-built`; `dieWith`: the signal by which
 * it dies should the supervisor vanish.
 */

/** Keeps one process of the stack running until it is told to stop. */
export function superviseChild(entry, { logFile, cwd, onChange }) {
  const status = {
    name: entry.name,
    state: 'waiting',
    pid: undefined,
    startedAt: undefined,
    restarts: 0,
    lastExit: undefined,
    port: entry.port,
  };
  const log = rotatingLog(logFile);
  let child;
  let retry;
  let crashesInARow = 0;
  let stopping = false;

  const change = (facts) => onChange(Object.assign(status, facts));
  const note = (line) => log.write(Buffer.from(`--- ${new Date().toISOString()} ${line}\n`));

  function start() {
    if (stopping) return;
    if (entry.needs && !existsSync(entry.needs)) return change({ state: 'not-built' });
    const [program, ...args] = dyingWithParent(entry.command, entry.dieWith);
    note(`start of ${entry.name}`);
    const started = spawn(program, args, { cwd, env: entry.env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    child = started;
    const begun = performance.now();
    started.stdout.on('data', (data) => log.write(data));
    started.stderr.on('data', (data) => log.write(data));
    started.on('error', (error) => ended(started, begun, error.message));
    started.on('exit', (code, signal) => ended(started, begun, signal ?? `exit ${code}`));
    change({ state: 'starting', pid: started.pid, startedAt: started.pid && identify(started.pid)?.startedAt });
    if (entry.kind === 'server') void watchReadiness(started);
  }

  async function watchReadiness(started) {
    await until(async () => child !== started || (await isReady(entry.ready)), { timeoutMs: Infinity, everyMs: PROBE_EVERY_MS });
    if (child === started && !stopping) change({ state: 'ready' });
  }

  function ended(started, begun, how) {
    if (child !== started) return;
    child = undefined;
    note(`end of ${entry.name}: ${how}`);
    if (started.pid) signalGroup(started.pid, 'SIGKILL');
    const gone = { pid: undefined, startedAt: undefined, lastExit: how };
    if (stopping) return change({ ...gone, state: 'stopped' });
    if (entry.kind === 'task' && how === 'exit 0') return change({ ...gone, state: 'done' });
    crashesInARow = performance.now() - begun > STEADY_MS ? 1 : crashesInARow + 1;
    change({ ...gone, state: 'crashed', restarts: status.restarts + 1 });
    retry = setTimeout(start, backoffMs(crashesInARow));
  }

  async function end() {
    clearTimeout(retry);
    const last = child;
    if (!last?.pid) return;
    signalGroup(last.pid, 'SIGTERM');
    if (await until(() => child !== last, { timeoutMs: entry.stopMs, everyMs: 20 })) return;
    signalGroup(last.pid, 'SIGKILL');
    await until(() => child !== last, { timeoutMs: 5_000, everyMs: 20 });
  }

  return {
    entry,
    status,
    start,
    stop: async () => {
      stopping = true;
      await end();
      if (status.state !== 'not-built') change({ state: 'stopped' });
    },
    restart: async () => {
      stopping = true;
      await end();
      stopping = false;
      crashesInARow = 0;
      start();
    },
  };
}
