import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identify } from '../bootstrap/processes.mjs';
import { Child } from './child.mjs';
import { serveControl } from './control.mjs';
import { startOrder, stopRounds } from './order.mjs';

const SATISFIED = new Set(['ready', 'done', 'not-built']);

/** Runs the plan in `DATA/plan.json` until it is asked to stop. */
class Supervisor {
  #dataDir;
  #children;
  #satisfiedOnce = new Set();
  #self = identify(process.pid);
  #stopping;

  constructor(dataDir) {
    this.#dataDir = dataDir;
    const { cwd, entries } = JSON.parse(readFileSync(join(dataDir, 'plan.json'), 'utf8'));
    const onChange = (status) => this.#onChange(status);
    const child = (entry) => new Child(entry, { logFile: join(dataDir, 'logs', `${entry.name}.log`), cwd, onChange });
    this.#children = new Map(startOrder(entries).map((entry) => [entry.name, child(entry)]));
  }

  run() {
    serveControl(this.#dataDir, {
      status: async () => this.#snapshot(),
      restart: ({ name }) => this.#restart(name),
      stop: async () => {
        await this.stop();
        setImmediate(() => process.exit(0));
        return { stopped: true };
      },
    });
    this.#record();
    this.#startWhatCan();
  }

  stop() {
    this.#stopping ??= this.#stopAll();
    return this.#stopping;
  }

  #onChange(status) {
    if (SATISFIED.has(status.state)) this.#satisfiedOnce.add(status.name);
    this.#record();
    if (!this.#stopping) this.#startWhatCan();
  }

  #startWhatCan() {
    for (const child of this.#children.values()) {
      const free = child.entry.after.every((name) => this.#satisfiedOnce.has(name));
      if (child.status.state === 'waiting' && free) child.start();
    }
  }

  async #restart(name) {
    const child = this.#children.get(name);
    if (!child) return { error: `There is no ${name} here, only ${[...this.#children.keys()].join(', ')}.` };
    await child.restart();
    return { restarted: name };
  }

  async #stopAll() {
    const entries = [...this.#children.values()].map((child) => child.entry);
    for (const round of stopRounds(entries)) await Promise.all(round.map((entry) => this.#children.get(entry.name)?.stop()));
    for (const name of ['status.json', 'plan.json', 'control.sock']) rmSync(join(this.#dataDir, name), { force: true });
  }

  #snapshot() {
    const children = [...this.#children.values()].map((child) => child.status);
    return { supervisor: this.#self, stopping: this.#stopping !== undefined, children };
  }

  #record() {
    const path = join(this.#dataDir, 'status.json');
    writeFileSync(`${path}.next`, JSON.stringify(this.#snapshot(), null, 1), { mode: 0o600 });
    renameSync(`${path}.next`, path);
  }
}

const [dataDir, mode] = process.argv.slice(2);
mkdirSync(join(dataDir, 'logs'), { recursive: true });
const supervisor = new Supervisor(dataDir);
const end = () => void supervisor.stop().then(() => process.exit(0));
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, end);
if (mode === 'end-with-input') process.stdin.on('end', end).on('error', end).resume();
supervisor.run();
