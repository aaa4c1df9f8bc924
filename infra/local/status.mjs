import { readArguments, runCommand } from './bootstrap/arguments.mjs';
import { lives } from './bootstrap/processes.mjs';
import { stackNamed } from './bootstrap/settings.mjs';
import { livingSupervisor, readStatus } from './supervise/survivors.mjs';

/** `npm run status`: what runs, as a table; exit 1 when something that should run does not. */
function status() {
  const { stack: name, json } = readArguments();
  const { dataDir } = stackNamed(name);
  const supervisor = livingSupervisor(dataDir);
  const children = (readStatus(dataDir)?.children ?? []).map((child) => ({ ...child, state: supervisor ? child.state : leftState(child) }));
  if (json) console.log(JSON.stringify({ supervisor: supervisor ?? null, children }));
  else printTable({ name, supervisor, children });
  return supervisor && children.every((child) => child.state === 'ready' || child.state === 'done') ? 0 : 1;
}

function printTable({ name, supervisor, children }) {
  console.log(supervisor ? `Stack ${name}, supervisor ${supervisor.pid}` : `Stack ${name} is not running.`);
  if (children.length === 0) return;
  const rows = children.map((child) =>
    [child.name, child.pid ?? '-', child.state, child.restarts, child.lastExit ?? '-', child.port ?? '-'].map(String),
  );
  const table = [['name', 'pid', 'state', 'restarts', 'last exit', 'port'], ...rows];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  for (const row of table)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    );
}

const leftState = (child) => (lives({ pid: child.pid, startedAt: child.startedAt }) ? 'left behind' : 'gone');

await runCommand(status);
