import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { identify, lowerPriority, signalGroup, until } from '../bootstrap/processes.mjs';
import { dyingWithParent } from '../bootstrap/run.mjs';
import { backoffMs } from './backoff.mjs';
import { isReady } from './probes.mjs';
import { rotatingLog } from './rotating-log.mjs';

const PROBE_EVERY_MS = 200;
const STEADY_MS = 30_000;
const AFTER_KILL_MS = 5_000;

/**
 * One entry of the plan.
 * @typedef {{
 *   name: string, kind: 'server' | 'task', command: string[], env: Record<string, string>, after: string[],
 *   ready?: import('./probes.mjs').Probe, port?: number, needs?: string, dieWith: 'SIGTERM' | 'SIGKILL', stopMs: number, nice?: number,
 * }} Entry
 *
 * `task`: runs once to its end; `needs`: the built file without which it is `not-built`; `dieWith`: the signal that it gets
 * if the supervisor dies; `nice`: its lower priority, once it is ready, when the processor is short.
 */

/** Keeps one process of the stack running until it is stopped. */
export class Child {
  #log;
  #cwd;
  #onChange;
  #process;
  #retry;
  #crashesInARow = 0;
  #stopping = false;

  /** @param {Entry} entry */
  constructor(entry, { logFile, cwd, onChange }) {
    this.entry = entry;
    this.status = {
      name: entry.name,
      state: 'waiting',
      pid: undefined,
      startedAt: undefined,
      restarts: 0,
      lastExit: undefined,
      port: entry.port,
    };
    this.#log = rotatingLog(logFile);
    this.#cwd = cwd;
    this.#onChange = onChange;
  }

  start() {
    const { command, dieWith, env, kind, name, needs } = this.entry;
    if (this.#stopping) return;
    if (needs && !existsSync(needs)) return this.#change({ state: 'not-built' });
    const [program, ...args] = dyingWithParent(command, dieWith);
    this.#note(`start of ${name}`);
    const started = spawn(program, args, { cwd: this.#cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const begun = performance.now();
    this.#process = started;
    for (const stream of [started.stdout, started.stderr]) stream.on('data', (data) => this.#log.write(data));
    started.on('error', (error) => this.#ended(started, begun, error.message));
    started.on('exit', (code, signal) => this.#ended(started, begun, signal ?? `exit ${code}`));
    this.#change({ state: 'starting', pid: started.pid, startedAt: started.pid && identify(started.pid)?.startedAt });
    if (kind === 'server') void this.#watchReadiness(started);
  }

  async stop() {
    this.#stopping = true;
    await this.#end();
    if (this.status.state !== 'not-built') this.#change({ state: 'stopped' });
  }

  async restart() {
    this.#stopping = true;
    await this.#end();
    this.#stopping = false;
    this.#crashesInARow = 0;
    this.start();
  }

  /** The process also runs where a lower priority is refused. */
  async #lowerPriority(pid) {
    try {
      if (this.entry.nice) await lowerPriority(pid, this.entry.nice);
    } catch (error) {
      this.#note(`${this.entry.name} keeps its priority: ${error.message}`);
    }
  }

  async #watchReadiness(started) {
    const settled = async () => this.#process !== started || (await isReady(this.entry.ready));
    await until(settled, { timeoutMs: Number.POSITIVE_INFINITY, everyMs: PROBE_EVERY_MS });
    if (this.#process !== started || this.#stopping) return;
    this.#change({ state: 'ready' });
    void this.#lowerPriority(started.pid);
  }

  #ended(started, begun, how) {
    if (this.#process !== started) return;
    this.#process = undefined;
    this.#note(`end of ${this.entry.name}: ${how}`);
    if (started.pid) signalGroup(started.pid, 'SIGKILL');
    const gone = { pid: undefined, startedAt: undefined, lastExit: how };
    if (this.#stopping) return this.#change({ ...gone, state: 'stopped' });
    if (this.entry.kind === 'task' && how === 'exit 0') return this.#change({ ...gone, state: 'done' });
    this.#crashesInARow = performance.now() - begun > STEADY_MS ? 1 : this.#crashesInARow + 1;
    this.#change({ ...gone, state: 'crashed', restarts: this.status.restarts + 1 });
    this.#retry = setTimeout(() => this.start(), backoffMs(this.#crashesInARow));
  }

  async #end() {
    clearTimeout(this.#retry);
    const last = this.#process;
    if (!last?.pid) return;
    const over = () => this.#process !== last;
    signalGroup(last.pid, 'SIGTERM');
    if (await until(over, { timeoutMs: this.entry.stopMs, everyMs: 20 })) return;
    signalGroup(last.pid, 'SIGKILL');
    await until(over, { timeoutMs: AFTER_KILL_MS, everyMs: 20 });
  }

  #change(facts) {
    this.#onChange(Object.assign(this.status, facts));
  }

  #note(line) {
    this.#log.write(Buffer.from(`--- ${new Date().toISOString()} ${line}\n`));
  }
}
