import { join } from 'node:path';
import { ensureGoTool, forgetGoWork, goToolPath } from './go-tools.mjs';
import { goToolsNeeded, needsRoot, rootPurposes } from './ladder.mjs';
import { waitForLock } from './lock.mjs';
import { ensurePrivateRoot, missingInRoot, privateRootDir } from './private-root.mjs';

const LOCK_MS = 45 * 60_000;

/**
 * Downloads and builds what the choices need, under the lock of the cache: two checkouts may start at once, one works.
 * @returns {Promise<{ root?: string, ferretdb?: string, temporal?: string }>} where it is
 */
export async function provisionServers({ choices, cache, purposes, log, report }) {
  const release = await lockCache({ cache, report });
  try {
    const wantsRoot = needsRoot(choices, cache) || purposes.length > 0;
    const rootMade = wantsRoot
      ? makeRoot({ cache, purposes: rootPurposes(choices, cache, purposes), log: `${log}-root.log`, report })
      : undefined;
    const toolsMade = buildTools({ choices, cache, rootMade, log: `${log}-go.log`, report });
    await Promise.all([rootMade, toolsMade]);
  } finally {
    release();
  }
  return {
    root: privateRootDir(cache),
    ferretdb: goToolPath(cache, 'ferretdb'),
    temporal: choices.temporal.program ?? goToolPath(cache, 'temporal'),
  };
}

/** The lock under which the cache is changed. */
export function lockCache({ cache, report }) {
  const onWait = (holder) => report.say(`Waiting for process ${holder?.pid ?? '?'}, which is filling the same cache`);
  return waitForLock(join(cache, 'cache.lock'), { timeoutMs: LOCK_MS, onWait });
}

function makeRoot({ cache, purposes, log, report }) {
  const make = () => ensurePrivateRoot({ cache, purposes, log });
  return missingInRoot(cache, purposes).length > 0 ? report.step('Private root', make) : make();
}

async function buildTools({ choices, cache, rootMade, log, report }) {
  const needed = goToolsNeeded(choices, cache);
  if (needed.length === 0) return;
  const go = choices.go.program;
  const root = go ? undefined : await rootMade;
  for (const name of needed) await report.step(`Building ${name}`, () => ensureGoTool({ cache, name, go, root, log }));
  forgetGoWork(cache);
}
