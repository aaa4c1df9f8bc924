import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { processTree, readProc } from '../whole/process-tree.ts';

export type Child = { name: string; state: string; pid?: number; port?: number };

/** The stack under test: its processes as the supervisor writes them down. */
export type Stack = {
  children(): Child[];
  child(name: string): Child | undefined;
  /** `kill -9` of all of them at once; answers those that must be back. */
  kill(names: readonly string[]): Child[];
  /** `SIGSTOP` to them and all below them, as a machine does that is out of breath; answers how they go on. */
  pause(names: readonly string[]): () => void;
  /** Who is not ready: by the supervisor's word, or by his own; who was killed must have come back. */
  notReady(killed: readonly Child[]): Promise<string[]>;
  secret(name: string): string;
  /** The process that holds all others. */
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

/** Who has gone meanwhile needs no signal. */
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
