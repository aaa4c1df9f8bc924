import { signalGroup, until } from './bootstrap/processes.mjs';
import { askSupervisor } from './supervise/control.mjs';
import { endSurvivors, livingSupervisor } from './supervise/survivors.mjs';

const PATIENCE_MS = 60_000;

/** Ends a stack in order when its supervisor answers, by its records when not; says what it did. */
export async function stopStack({ dataDir }) {
  const supervisor = livingSupervisor(dataDir);
  if (!supervisor) {
    const ended = await endSurvivors(dataDir);
    return ended.length > 0 ? `ended what a killed supervisor had left (${ended.join(', ')}).` : 'was not running.';
  }
  const answer = askSupervisor(dataDir, { command: 'stop' });
  const gone = () => livingSupervisor(dataDir) === undefined;
  if (!(await until(gone, { timeoutMs: PATIENCE_MS }))) signalGroup(supervisor.pid, 'SIGKILL');
  await answer;
  await endSurvivors(dataDir);
  return 'stopped; nothing is left running.';
}
