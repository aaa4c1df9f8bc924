import { spawn } from 'node:child_process';
import { mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { isReady } from '../supervise/probes.mjs';
import { sentence } from './arguments.mjs';
import { progress } from './output.mjs';
import { ensurePrivateRoot, insideRoot, whyNoPrivateRoot } from './private-root.mjs';
import { signalGroup, until } from './processes.mjs';
import { lockCache } from './provisioning.mjs';
import { isExecutable, which } from './run.mjs';
import { cacheDir } from './settings.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const START_MS = 30_000;
const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--remote-debugging-address=127.0.0.1',
];

/** How the browser of the tests is had; nothing is downloaded by choosing. */
export function chooseBrowser(environment = process.env) {
  const given = environment.CHROME_BIN;
  if (given && !isExecutable(given)) throw sentence(`CHROME_BIN=${given} cannot be run.`);
  if (given) return { rung: 'external', why: 'CHROME_BIN is set', program: given };
  const program = NAMES.map((name) => which(name, environment)).find(Boolean);
  if (program) return { rung: 'found', why: `browser found: ${program}`, program };
  const noRoot = whyNoPrivateRoot();
  if (!noRoot) return { rung: 'private-root', why: 'no chromium here; the private root holds one' };
  return { rung: 'none', why: `No browser can be had here (${noRoot}): install chromium, or set CHROME_BIN.` };
}

/**
 * @typedef {{ program: string, flags: string[], env: Record<string, string | undefined> }} Program
 * Starts a headless browser that is driven over its debugging port.
 * @param {{ dataDir: string, port: number, given?: Program }} where the profile folder and the port; `given` is another browser than the machine's
 * @returns {Promise<{ cdpUrl: string, stop: () => Promise<void> }>}
 */
export async function startBrowser({ dataDir, port, given }) {
  mkdirSync(dataDir, { recursive: true });
  const [program, ...args] = given ? commandOf(given, { dataDir, port }) : await ownCommand({ dataDir, port });
  const output = openSync(join(dataDir, 'browser.log'), 'a');
  const child = spawn(program, args, { detached: true, stdio: ['ignore', output, output], env: given?.env ?? process.env });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null && child.pid) signalGroup(child.pid, 'SIGKILL');
    await ended;
  };
  const endWithUs = () => child.pid && signalGroup(child.pid, 'SIGKILL');
  process.once('exit', endWithUs);
  void ended.then(() => process.removeListener('exit', endWithUs));
  const answers = () => child.exitCode !== null || isReady({ kind: 'http', port, path: '/json/version' });
  if (!(await until(answers, { timeoutMs: START_MS })) || child.exitCode !== null) {
    await stop();
    throw sentence(`The browser does not answer on port ${port}; see ${join(dataDir, 'browser.log')}`);
  }
  return { cdpUrl: `http://127.0.0.1:${port}`, stop };
}

function commandOf({ program, flags }, { dataDir, port }) {
  return [program, ...flags, `--remote-debugging-port=${port}`, `--user-data-dir=${dataDir}`, 'about:blank'];
}

async function ownCommand({ dataDir, port }) {
  const choice = chooseBrowser();
  if (choice.rung === 'none') throw sentence(choice.why);
  if (choice.rung !== 'private-root') return commandOf({ program: choice.program, flags: FLAGS }, { dataDir, port });
  const root = await rootWithBrowser(join(dataDir, 'private-root.log'));
  const command = commandOf({ program: '/usr/bin/chromium', flags: FLAGS }, { dataDir: '/srv/jifen/profile', port });
  return insideRoot({ root, command, env: { HOME: '/srv/jifen' }, data: dataDir });
}

async function rootWithBrowser(log) {
  const cache = cacheDir();
  const release = await lockCache({ cache, report: progress() });
  try {
    return await ensurePrivateRoot({ cache, purposes: ['browser'], log });
  } finally {
    release();
  }
}
