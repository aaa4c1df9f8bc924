import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { waitForLock } from './lock.mjs';
import { chosenNode } from './node.mjs';
import { run } from './run.mjs';
import { inCheckout, PINS } from './settings.mjs';

const STAMP = 'node_modules/.jifen-installed';
const BUILD_MS = 10 * 60_000;

/** Whether the packages that the lock file names are installed. */
export function isInstalled() {
  const stamp = inCheckout(STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === lockHash();
}

/** Installs the workspace exactly as the lock file says; the stamp is written when it is whole. */
export async function installWorkspace({ log }) {
  const args = ['--yes', `pnpm@${PINS.pnpm}`, 'install', '--frozen-lockfile'];
  await run('npx', args, {
    log,
    env: { ...process.env, CI: 'true', pnpm_config_pm_on_fail: 'ignore' },
    title: 'pnpm install',
  });
  writeFileSync(inCheckout(STAMP), `${lockHash()}\n`);
}

/** Builds every room from its sources; what is unchanged is skipped. */
export async function buildWorkspace({ log }) {
  const release = await waitForLock(inCheckout('.jifen/build.lock'), { timeoutMs: BUILD_MS, onWait: () => {} });
  try {
    await run(chosenNode(), [inCheckout('infra/house/build.mjs')], { log, title: 'The build' });
  } finally {
    release();
  }
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(inCheckout('pnpm-lock.yaml')))
    .digest('hex');
}
