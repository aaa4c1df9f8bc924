import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lives, signalGroup, until } from '../bootstrap/processes.mjs';

const PATIENCE_MS = 8_000;

/** The supervisor's last recorded state; undefined when it never ran or ended in order. */
export function readStatus(dataDir) {
  try {
    return JSON.parse(readFileSync(join(dataDir, 'status.json'), 'utf8'));
  } catch {
    return undefined;
  }
}

/** @returns {import('../bootstrap/processes.mjs').Identity | undefined} the supervisor, if it is alive */
export function livingSupervisor(dataDir) {
  const supervisor = readStatus(dataDir)?.supervisor;
  return lives(supervisor) ? supervisor : undefined;
}

/** Children of a dead supervisor that still run. */
function survivors(dataDir) {
  return (readStatus(dataDir)?.children ?? []).filter((child) => child.pid && lives({ pid: child.pid, startedAt: child.startedAt }));
}

/** Ends the children of a dead supervisor by their recorded process id and start time; returns the names. */
export async function endSurvivors(dataDir) {
  const found = survivors(dataDir);
  for (const child of found) signalGroup(child.pid, 'SIGTERM');
  const ended = await until(() => survivors(dataDir).length === 0, { timeoutMs: PATIENCE_MS });
  if (!ended) for (const child of survivors(dataDir)) signalGroup(child.pid, 'SIGKILL');
  await until(() => survivors(dataDir).length === 0, { timeoutMs: PATIENCE_MS });
  for (const name of ['status.json', 'plan.json', 'control.sock']) rmSync(join(dataDir, name), { force: true });
  return found.map((child) => child.name);
}
