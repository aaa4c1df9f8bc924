import { join } from 'node:path';
import { lockHolder } from './bootstrap/lock.mjs';
import { lives, signalGroup, until } from './bootstrap/processes.mjs';
import { askSupervisor } from './supervise/control.mjs';
import { endSurvivors, livingSupervisor } from './supervise/survivors.mjs';

const PATIENCE_MS = 60_000;

/** Stops a stack through its supervisor, or by its records if that does not answer; reports what it did. */
export async function stopStack({ dataDir }) {
  await interruptStart(dataDir);
  const supervisor = livingSupervisor(dataDir);
  if (!supervisor) {
    const ended = await endSurvivors(dataDir);
    return ended.length > 0 ? `ended what a killed supervisor had left (${ended.join(', ')}).` : 'was not running.';
  }
  const answer = askSupervisor(dataDir, { command: 'stop' });
  // Its status is removed a moment before it ends.
  const gone = () => !lives(supervisor);
  if (!(await until(gone, { timeoutMs: PATIENCE_MS }))) signalGroup(supervisor.pid, 'SIGKILL');
  await answer;
  await endSurvivors(dataDir);
  return 'stopped; nothing is left running.';
}

/** An unfinished start ends as by Ctrl-C, with everything that it began; a finished start holds no lock. */
async function interruptStart(dataDir) {
  const path = join(dataDir, 'start.lock');
  const starting = lockHolder(path);
  if (!starting) return;
  process.kill(starting.pid, 'SIGINT');
  await until(() => lockHolder(path) === undefined, { timeoutMs: PATIENCE_MS });
}
