import type { Stack } from '../faults/stack.ts';
import { processTree, readProc } from '../whole/process-tree.ts';
import { plainly, type Row } from './rows.ts';

const ticksPerSecond = 100;

/** Seconds of processor time that each process of the stack, and all below it, has taken so far. */
export function processorTimeOf(stack: Stack): Map<string, number> {
  const times = stack.children().flatMap(({ name, pid }) => (pid === undefined ? [] : [[name, secondsOf(pid)] as const]));
  return new Map(times);
}

/** The average cost of a call between two measurements, the largest process first; below 2 % of the total it is left out. */
export function processorTimePerCall(what: string, calls: number, before: Map<string, number>, after: Map<string, number>): Row[] {
  const spent = [...after].map(([name, seconds]) => ({ name, ms: ((seconds - (before.get(name) ?? 0)) * 1000) / calls }));
  const all = spent.reduce((sum, { ms }) => sum + ms, 0);
  const dear = spent.filter(({ ms }) => ms > all / 50).sort((a, b) => b.ms - a.ms);
  return [plainly(`${what}, processor time`, all, 'ms'), ...dear.map(({ name, ms }) => plainly(`  of it ${name}`, ms, 'ms'))];
}

const secondsOf = (root: number) => processTree(root).reduce((sum, pid) => sum + ticksOf(pid), 0) / ticksPerSecond;

/** utime, stime and those of children that have ended. */
function ticksOf(pid: number): number {
  const stat = readProc(pid, 'stat');
  if (stat === undefined) return 0;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0);
}
