import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Child = { name: string; state: string; pid?: number; port?: number };

/** The stack under test: its processes as the supervisor writes them down. */
export type Stack = {
  children(): Child[];
  child(name: string): Child | undefined;
  /** `kill -9` of all of them at once; answers those that must be back. */
  kill(names: readonly string[]): Child[];
  /** Who is not ready: by the supervisor's word, or by his own; who was killed must have come back. */
  notReady(killed: readonly Child[]): Promise<string[]>;
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

const ours = new Set(['member', 'scoring', 'notification', 'console', 'branch-worker', 'member-worker']);
const speaks = ({ name, port }: Child) => ours.has(name) && port !== undefined;

async function saysReady({ port }: Child): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(readyMs) }).catch(() => undefined);
  await answer?.arrayBuffer().catch(() => undefined);
  return answer?.ok === true;
}
