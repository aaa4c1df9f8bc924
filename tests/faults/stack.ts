import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { processTree, readProc } from '../whole/process-tree.ts';

export type Child = { name: string; state: string; pid?: number; port?: number };

/** The stack under test: its processes as the supervisor records them. */
export type Stack = {
  children(): Child[];
  child(name: string): Child | undefined;
  /** `kill -9` of all of them at once; answers those that must be back. */
  kill(names: readonly string[]): Child[];
  /** `SIGSTOP` to them and their descendants, like an overloaded machine; answers a function that continues them. */
  pause(names: readonly string[]): () => void;
  /** The processes that are not ready, by the supervisor's state or their own; a killed one must have been restarted. */
  notReady(killed: readonly Child[]): Promise<string[]>;
  secret(name: string): string;
  /** The process that started all others. */
  supervisor(): number;
};

const readyMs = 2000;

/** `serversDir`: of the stack that holds its servers, where they run apart. */
export function stackIn(dataDir: string, serversDir?: string): Stack {
  const statusIn = (folder: string) => JSON.parse(readFileSync(join(folder, 'status.json'), 'utf8'));
  const children = (): Child[] => [dataDir, ...(serversDir ? [serversDir] : [])].flatMap((folder) => statusIn(folder).children);
  const child = (wanted: string) => children().find(({ name }) => name === wanted);
  return {
    children,
    child,
    supervisor: () => statusIn(dataDir).supervisor.pid,
    kill(names) {
      const victims = children().filter(({ name, pid }) => pid !== undefined && names.includes(name));
      for (const { pid } of victims) if (pid !== undefined) process.kill(pid, 'SIGKILL');
      return victims;
    },
    pause(names) {
      const roots = children().flatMap(({ name, pid }) => (pid !== undefined && names.includes(name) ? [pid] : []));
      const paused = roots.flatMap(processTree);
      for (const pid of paused) signal(pid, 'SIGSTOP');
      return () => {
        for (const pid of paused) signal(pid, 'SIGCONT');
      };
    },
    async notReady(killed) {
      const isOld = ({ name, pid }: Child) => killed.some((victim) => victim.name === name && victim.pid === pid);
      const isBack = (each: Child) => (each.state === 'ready' || each.state === 'done') && !isOld(each);
      const now = children();
      const states = await Promise.all(now.map(async (each) => isBack(each) && (!speaks(each) || (await saysReady(each)))));
      return now.flatMap(({ name }, index) => (states[index] ? [] : [name]));
    },
    secret: (name) => readFileSync(join(dataDir, 'secrets', `${name}.key`), 'utf8').trim(),
  };
}

/** A process that has ended meanwhile needs no signal. */
function signal(pid: number, name: 'SIGSTOP' | 'SIGCONT'): void {
  if (readProc(pid, 'stat') !== undefined) process.kill(pid, name);
}

const ours = new Set(['member', 'scoring', 'notification', 'console', 'branch-worker', 'member-worker']);
const speaks = ({ name, port }: Child) => ours.has(name) && port !== undefined;

async function saysReady({ port }: Child): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(readyMs) }).catch(() => undefined);
  await answer?.arrayBuffer().catch(() => undefined);
  return answer?.ok === true;
}
