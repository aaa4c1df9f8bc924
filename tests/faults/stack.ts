import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Child = { name: string; state: string; pid?: number; port?: number };

/** The stack under test: its processes as the supervisor writes them down. */
export type Stack = {
  children(): Child[];
  child(name: string): Child | undefined;
  /** `kill -9` of all of them at once; answers those that must be back. */
  kill(names: readonly string[]): Child[];
  /** Nobody that was killed still counts, and every process says that it is ready. */
  isReady(killed: readonly Child[]): Promise<boolean>;
  secret(name: string): string;
};

const readyMs = 2000;

export function stackIn(dataDir: string): Stack {
  const children = (): Child[] => JSON.parse(readFileSync(join(dataDir, 'status.json'), 'utf8')).children;
  const child = (wanted: string) => children().find(({ name }) => name === wanted);
  return {
    children,
    child,
    kill(names) {
      const victims = children().filter(({ name, pid }) => pid !== undefined && names.includes(name));
      for (const { pid } of victims) if (pid !== undefined) process.kill(pid, 'SIGKILL');
      return victims;
    },
    async isReady(killed) {
      const now = children();
      const back = ({ name, state, pid }: Child) =>
        (state === 'ready' || state === 'done') && !killed.some((victim) => victim.name === name && victim.pid === pid);
      if (!now.every(back)) return false;
      const answers = await Promise.all(now.filter(hasReadiness).map(saysReady));
      return answers.every(Boolean);
    },
    secret: (name) => readFileSync(join(dataDir, 'secrets', `${name}.key`), 'utf8').trim(),
  };
}

const ours = new Set(['member', 'scoring', 'notification', 'console', 'branch-worker', 'member-worker']);
const hasReadiness = ({ name, port }: Child) => ours.has(name) && port !== undefined;

async function saysReady({ port }: Child): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(readyMs) }).catch(() => undefined);
  await answer?.arrayBuffer().catch(() => undefined);
  return answer?.ok === true;
}
