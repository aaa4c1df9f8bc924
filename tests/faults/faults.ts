import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Random } from '../../infra/demo/src/random.ts';
import type { Child, Stack } from './stack.ts';

/** A fault that is over when `strike` resolves; answers the processes that must have been restarted. */
export type Fault = { name: string; strike: (stack: Stack) => Promise<Child[]> };

const pausedMs = 15_000;

type Victims = (stack: Stack) => string[];

const kill = (name: string, victims: Victims = () => [name]): Fault => ({ name, strike: async (stack) => stack.kill(victims(stack)) });

const pause = (name: string, victims: Victims = () => [name]): Fault => ({
  name: `${name} (SIGSTOP)`,
  async strike(stack) {
    const goOn = stack.pause(victims(stack));
    await delay(pausedMs).finally(goOn);
    return [];
  },
});

/** Every connection to a server or a service is cut, and for some seconds no new one is possible. */
const cut = (name: string, cutUrl: string): Fault => ({
  name: `${name} (connections cut)`,
  async strike() {
    const { status } = await fetch(`${cutUrl}/${name}`, { method: 'POST' });
    if (status !== 204) throw new Error(`nothing stands before ${name}`);
    return [];
  },
});

const storeProcesses: Victims = (stack) => ['postgres', 'ferretdb', 'mongod'].filter((name) => stack.child(name));
const everything = kill('everything', (stack) => stack.children().flatMap(({ name, pid }) => (pid ? [name] : [])));

/** Sessions and queues are gone; the process stays. */
const flush: Fault = {
  name: 'redis (flushed)',
  async strike(stack) {
    const answer = await inline(stack.child('redis')?.port ?? 0, 'FLUSHALL');
    if (!answer.startsWith('+OK')) throw new Error(`Redis said ${answer}`);
    return [];
  },
};

/** Redis takes a command as a line of text. */
function inline(port: number, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${command}\r\n`));
    socket.once('data', (answer) => {
      socket.end();
      resolve(String(answer));
    });
    socket.once('error', reject);
  });
}

/** What `npm test` does. */
export const fewFaults: readonly Fault[] = [
  kill('scoring'),
  kill('store', storeProcesses),
  kill('temporal'),
  kill('branch-worker'),
  flush,
  everything,
];

const services = ['redis', 'temporal', 'member', 'scoring', 'notification', 'console', 'branch-worker', 'member-worker'];

type All = { stack: Stack; random: Random; cutUrl: string };

/** Each process killed and paused, each server and service cut off, Redis flushed, in the seed's order; then everything killed at once. */
export function allFaults({ stack, random, cutUrl }: All): Fault[] {
  const killed = [...storeProcesses(stack), ...services].map((name) => kill(name));
  const paused = [pause('store', storeProcesses), ...services.map((name) => pause(name))];
  const cutOff = ['store', 'redis', 'temporal', 'member', 'scoring', 'notification'].map((name) => cut(name, cutUrl));
  const each = [...killed, ...paused, ...cutOff, flush].map((fault) => ({ fault, position: random.below(1_000_000) }));
  return [...each.sort((a, b) => a.position - b.position).map(({ fault }) => fault), everything];
}
