import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identify } from '../bootstrap/processes.mjs';
import { superviseChild } from './child.mjs';
import { serveControl } from './control.mjs';
import { startOrder, stopRounds } from './order.mjs';

const SATISFIED = new Set(['ready', 'done', 'not-built']);

/** Runs the plan in `DATA/plan.json` until it is told to stop. */
function supervise(dataDir, { endWithInput }) {
  const { cwd, entries } = JSON.parse(readFileSync(join(dataDir, 'plan.json'), 'utf8'));
  const self = identify(process.pid);
  const once = new Set();
  const children = startOrder(entries).map((entry) =>
    superviseChild(entry, { logFile: join(dataDir, 'logs', `${entry.name}.log`), cwd, onChange }),
  );
  const byName = new Map(children.map((child) => [child.entry.name, child]));
  let stopping;

  function onChange(status) {
    if (SATISFIED.has(status.state)) once.add(status.name);
    record();
    if (!stopping) startWhatCan();
  }

  function startWhatCan() {
    for (const child of children) {
      if (child.status.state === 'waiting' && child.entry.after.every((name) => once.has(name))) child.start();
    }
  }

  const snapshot = () => ({ supervisor: self, stopping: stopping !== undefined, children: children.map((child) => child.status) });

  function record() {
    const path = join(dataDir, 'status.json');
    writeFileSync(`${path}.next`, JSON.stringify(snapshot(), null, 1), { mode: 0o600 });
    renameSync(`${path}.next`, path);
  }

  async function stopAll() {
    for (const round of stopRounds(entries)) await Promise.all(round.map((entry) => byName.get(entry.name)?.stop()));
    for (const name of ['status.json', 'plan.json', 'control.sock']) rmSync(join(dataDir, name), { force: true });
  }

  const stop = () => {
    stopping ??= stopAll();
    return stopping;
  };

  const commands = {
    status: async () => snapshot(),
    stop: async () => {
      await stop();
      setImmediate(() => process.exit(0));
      return { stopped: true };
    },
    restart: async ({ name }) => {
      const child = byName.get(name);
      if (!child) return { error: `There is no ${name} here, only ${[...byName.keys()].join(', ')}.` };
      await child.restart();
      return { restarted: name };
    },
  };

  const endOf = () => void stop().then(() => process.exit(0));
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, endOf);
  if (endWithInput) process.stdin.on('end', endOf).on('error', endOf).resume();
  serveControl(dataDir, commands);
  record();
  startWhatCan();
}

const [dataDir, mode] = process.argv.slice(2);
mkdirSync(join(dataDir, 'logs'), { recursive: true });
supervise(dataDir, { endWithInput: mode === 'end-with-input' });
