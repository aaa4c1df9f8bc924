import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';

/** @typedef {{ pid: number, startedAt: string }} Identity a process that cannot be mistaken for a later one with the same pid */

/** @returns {Identity | undefined} undefined when no such process lives */
export function identify(pid) {
  const startedAt = process.platform === 'linux' ? startFromProc(pid) : startFromPs(pid);
  return startedAt === undefined ? undefined : { pid, startedAt };
}

/** Fields 3 and 22 of /proc/PID/stat: state and start time; the name before them may hold spaces. */
export function parseStat(stat) {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0], startedAt: fields[19] };
}

function startFromProc(pid) {
  try {
    const { state, startedAt } = parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    return state === 'Z' || state === 'X' ? undefined : startedAt;
  } catch {
    return undefined;
  }
}

function startFromPs(pid) {
  const { stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout?.trim() || undefined;
}

/** Whether exactly this process still runs. */
export function lives(identity) {
  return identity !== undefined && identify(identity.pid)?.startedAt === identity.startedAt;
}

/**
 * Gives a process, with every thread it has, a lower priority for when the processor is short: 1 to 19. Rejects where that is not granted. Linux
 * may share the processor between sessions first: then the session is told as well, who is not root being heard ten times a second for all.
 */
export async function lowerPriority(pid, nice) {
  const threads = existsSync(`/proc/${pid}/task`) ? readdirSync(`/proc/${pid}/task`).map(Number) : [];
  setPriority(pid, nice);
  for (const thread of threads) setThreadPriority(thread, nice);
  const session = `/proc/${pid}/autogroup`;
  const isTold = async () => !existsSync(session) || tell(session, nice);
  if (!(await until(isTold, { timeoutMs: 3_000 }))) throw new Error('its session was not told');
}

/** A thread may have ended meanwhile. */
function setThreadPriority(thread, nice) {
  try {
    setPriority(thread, nice);
  } catch (error) {
    if (error.info?.code !== 'ESRCH') throw error;
  }
}

function tell(session, nice) {
  try {
    writeFileSync(session, String(nice));
    return true;
  } catch (error) {
    if (error.code !== 'EAGAIN') throw error;
    return false;
  }
}

/** Signals a process group, or the process alone when it leads no group. */
export function signalGroup(pid, signal) {
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, signal);
      return;
    } catch {
      // Gone already, or no group of its own: the next target is tried.
    }
  }
}

/** Resolves true once the condition holds, false after the time is up. */
export async function until(condition, { timeoutMs, everyMs = 100 }) {
  const end = performance.now() + timeoutMs;
  for (;;) {
    if (await condition()) return true;
    if (performance.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
