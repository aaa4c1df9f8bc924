import type { Random } from '../../infra/demo/src/random.ts';
import type { Stack } from './stack.ts';

/** One kill: which processes of the stack die at the same moment. */
export type Fault = { name: string; processes: (stack: Stack) => string[] };

const one = (name: string): Fault => ({ name, processes: () => [name] });
const storeProcesses = (stack: Stack) => ['postgres', 'ferretdb', 'mongod'].filter((name) => stack.child(name));
const store: Fault = { name: 'store', processes: storeProcesses };
const everything: Fault = { name: 'everything', processes: (stack) => stack.children().flatMap(({ name, pid }) => (pid ? [name] : [])) };

/** What `npm test` does. */
export const fewFaults: readonly Fault[] = [one('scoring'), store, one('temporal'), one('branch-worker'), everything];

const services = ['redis', 'temporal', 'member', 'scoring', 'notification', 'console', 'branch-worker', 'member-worker'];

/** Every process by itself, then all at once, in an order of the seed's. */
export function allFaults(stack: Stack, random: Random): Fault[] {
  const each = [...storeProcesses(stack), ...services].map((name) => ({ fault: one(name), position: random.below(1_000_000) }));
  return [...each.sort((a, b) => a.position - b.position).map(({ fault }) => fault), everything];
}
