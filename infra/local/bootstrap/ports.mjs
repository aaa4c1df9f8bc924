import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { connect, createServer } from 'node:net';

const LISTENING = '0A';
const FREE_FROM = 21_000;
const FREE_BELOW = 32_000;

/** Socket inodes that listen on a port, from the text of /proc/net/tcp. */
export function listeningInodes(table, port) {
  const wanted = port.toString(16).toUpperCase().padStart(4, '0');
  return table
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[1]?.endsWith(`:${wanted}`) && fields[3] === LISTENING)
    .map((fields) => fields[9]);
}

/** @returns {{ pid: number, command: string } | undefined} the process that listens on a port, where /proc tells it */
export function portHolder(port) {
  const inodes = new Set(['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) => listeningInodes(readQuietly(file), port)));
  const sockets = new Set([...inodes].map((inode) => `socket:[${inode}]`));
  const pid = processIds().find((candidate) => socketsOf(candidate).some((socket) => sockets.has(socket)));
  return pid === undefined ? undefined : { pid, command: readQuietly(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim().slice(0, 120) };
}

/** Whether a port of the loopback address can be taken now. */
function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/**
 * Ports of the loopback address that nobody has at this moment, below those from which outgoing connections take theirs: what
 * is free now is not taken by a client before a server listens there.
 */
export async function freePorts(count) {
  const found = new Set();
  while (found.size < count) {
    const port = randomInt(FREE_FROM, FREE_BELOW);
    if (await isFree(port)) found.add(port);
  }
  return [...found];
}

/** Whether somebody listens on a port of the loopback address. */
export function answers(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const settle = (listening) => {
      socket.destroy();
      resolve(listening);
    };
    socket.on('connect', () => settle(true)).on('error', () => settle(false));
  });
}

/**
 * @param {[string, number][]} named name and number of each port
 * @returns {Promise<string[]>} one sentence for each port that is taken
 */
export async function takenPorts(named) {
  const sentences = [];
  for (const [name, port] of named) {
    if (await isFree(port)) continue;
    const holder = portHolder(port);
    const who = holder ? `process ${holder.pid} (${holder.command})` : 'a process of another user';
    sentences.push(`Port ${port} (${name}) is taken by ${who}.`);
  }
  return sentences;
}

function processIds() {
  return listQuietly('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

function socketsOf(pid) {
  return listQuietly(`/proc/${pid}/fd`).map((fd) => {
    try {
      return readlinkSync(`/proc/${pid}/fd/${fd}`);
    } catch {
      return '';
    }
  });
}

function listQuietly(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readQuietly(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
