import { processTree, readProc } from '../whole/process-tree.ts';

/** Memory of a process and all below it in megabytes, what they share counted once (PSS). */
export const megabytesOf = (pid: number): number => processTree(pid).reduce((sum, each) => sum + kilobytesOf(each), 0) / 1024;

const kilobytesOf = (pid: number) => Number(/^Pss:\s+(\d+)/m.exec(readProc(pid, 'smaps_rollup') ?? '')?.[1] ?? 0);
