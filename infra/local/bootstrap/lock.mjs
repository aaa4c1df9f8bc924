import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { identify, lives, until } from './processes.mjs';

/** @returns {import('./processes.mjs').Identity | undefined} who holds the lock, when that process lives */
export function lockHolder(path) {
  const holder = readHolder(path);
  return lives(holder) ? holder : undefined;
}

/** Takes the lock for this process; returns the release, or undefined when a living process has it. */
export function tryLock(path) {
  mkdirSync(dirname(path), { recursive: true });
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, JSON.stringify(identify(process.pid)), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      if (linked(mine, path)) return () => release(path);
      if (lockHolder(path)) return undefined;
      discardDead(path);
    }
    return undefined;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Waits for the lock; `onWait` hears once who has it. */
export async function waitForLock(path, { timeoutMs, onWait }) {
  let release = tryLock(path);
  if (release) return release;
  onWait(lockHolder(path));
  const taken = () => {
    release = tryLock(path);
    return release !== undefined;
  };
  await until(taken, { timeoutMs, everyMs: 500 });
  if (!release) throw new Error(`${path} is still held by process ${lockHolder(path)?.pid}.`);
  return release;
}

function readHolder(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function linked(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves a dead holder's lock away; one that was renewed meanwhile is put back. */
function discardDead(path) {
  const aside = `${path}.dead.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (lives(readHolder(aside))) linked(aside, path);
  rmSync(aside, { force: true });
}

function release(path) {
  if (readHolder(path)?.pid === process.pid) rmSync(path, { force: true });
}
