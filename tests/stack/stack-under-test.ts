import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePorts } from '../../infra/local/bootstrap/ports.mjs';

const CHECKOUT = resolve(fileURLToPath(import.meta.url), '../../..');
const SERVER_PORTS = ['MONGO', 'POSTGRES', 'REDIS', 'TEMPORAL', 'TEMPORAL_UI', 'MAIL_WEB', 'SMTP'];

export interface Child {
  readonly name: string;
  readonly state: string;
  readonly pid?: number;
  readonly restarts: number;
  readonly port?: number;
}

export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** A process by id and start time, so that a later one with the same id is different. */
export type ProcessMark = `${number}@${string}`;

export interface StackUnderTest {
  readonly name: string;
  readonly ports: readonly number[];
  readonly start: (...options: string[]) => { process: ChildProcess; ended: Promise<Ended>; ready: Promise<void> };
  readonly run: (command: string) => Promise<Ended>;
  readonly children: () => readonly Child[];
  readonly child: (name: string) => Child | undefined;
  /** Throws when there is none: a signal to process 0 would end the tests themselves. */
  readonly supervisorPid: () => number;
  readonly childPid: (name: string) => number;
}

/** A stack of servers with data and ports of its own. */
export async function aStack(name: string): Promise<StackUnderTest> {
  const ports = await freePorts(SERVER_PORTS.length);
  const environment = Object.fromEntries(SERVER_PORTS.map((port, index) => [`JIFEN_${port}_PORT`, String(ports[index])]));
  const status = () => readStatus(name);
  const launch = (command: string, options: string[]) => {
    const args = [join(CHECKOUT, `infra/local/${command}.mjs`), '--stack', name, ...options];
    return collect(spawn(process.execPath, args, { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] }));
  };
  return {
    name,
    ports,
    start: (...options) => launch('start', ['--servers-only', ...options]),
    run: (command) => launch(command, []).ended,
    children: () => status()?.children ?? [],
    child: (wanted) => status()?.children.find((child) => child.name === wanted),
    childPid: (wanted) =>
      runningPid(
        status()?.children.find((child) => child.name === wanted),
        wanted,
      ),
    supervisorPid: () => runningPid(status()?.supervisor, `the supervisor of ${name}`),
  };
}

function runningPid(process: { readonly pid?: number } | undefined, what: string): number {
  if (!process?.pid) throw new Error(`${what} does not run`);
  return process.pid;
}

/** All descendants of a process, as they are now. */
export function familyOf(pid: number): ProcessMark[] {
  const all = processTable();
  const below = (parent: number): number[] =>
    all.filter((each) => each.parent === parent).flatMap((each) => [each.pid, ...below(each.pid)]);
  const wanted = new Set([pid, ...below(pid)]);
  return all.filter((each) => wanted.has(each.pid)).map((each): ProcessMark => `${each.pid}@${each.startedAt}`);
}

/** Those that still run. */
export function stillRunning(marks: readonly ProcessMark[]): ProcessMark[] {
  const now = new Set(processTable().map((each): ProcessMark => `${each.pid}@${each.startedAt}`));
  return marks.filter((mark) => now.has(mark));
}

/** The mounts of this machine, as this process sees them. */
export const mounts = (): string => readFileSync('/proc/mounts', 'utf8');

/** The ports of a list that are taken. */
export async function takenOf(ports: readonly number[]): Promise<number[]> {
  const free = await Promise.all(ports.map(listenOnce));
  return ports.filter((_, index) => free[index] === undefined);
}

/** Waits for a condition; fails when it does not hold in time. */
export async function eventually(what: string, holds: () => boolean | Promise<boolean>, timeoutMs = 60_000): Promise<void> {
  const end = performance.now() + timeoutMs;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`Not in ${timeoutMs} ms: ${what}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

function collect(process: ChildProcess) {
  let output = '';
  const ready = new Promise<void>((resolveReady, reject) => {
    for (const stream of [process.stdout, process.stderr]) {
      stream?.on('data', (data) => {
        output += data;
        if (/is ready|are ready/.test(output)) resolveReady();
      });
    }
    process.on('close', () => reject(new Error(`It ended before it was ready:\n${output}`)));
  });
  ready.catch(() => undefined);
  const ended = new Promise<Ended>((done) => process.on('close', (code) => done({ code, output })));
  return { process, ended, ready };
}

function readStatus(name: string): { supervisor: { pid: number }; children: Child[] } | undefined {
  try {
    return JSON.parse(readFileSync(join(CHECKOUT, '.jifen', name, 'status.json'), 'utf8'));
  } catch {
    return undefined;
  }
}

function processTable() {
  const pids = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry));
  return pids.flatMap((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' ? [] : [{ pid: Number(pid), parent: Number(fields[1]), startedAt: fields[19] ?? '' }];
    } catch {
      return [];
    }
  });
}

function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((done) => {
    const server = createServer();
    server.on('error', () => done(undefined));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}
