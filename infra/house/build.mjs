import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const HOUSE = resolve(fileURLToPath(import.meta.url), '../../..');
const WEB = 'services/console/web';
const NOT_SOURCES = new Set(['node_modules', 'dist']);

/**
 * One thing to build: skipped while the hash of `sources` equals the stamp in `output`.
 * @typedef {{ name: string, sources: string[], output: string, command: string[], cwd: string, fresh: boolean }} Job
 */

/** Packages with sources; `npm run types` checks their types, here they are only removed. */
function packageJobs() {
  const folders = [...foldersOf('packages'), ...foldersOf('services'), 'workflows', 'infra/demo'];
  const withSources = folders.filter(
    (folder) =>
      existsSync(join(HOUSE, folder, 'tsconfig.json')) && filesUnder(join(HOUSE, folder, 'src')).some((file) => /\.tsx?$/.test(file)),
  );
  const tsc = join(HOUSE, 'node_modules/typescript/bin/tsc');
  return withSources.map((folder) => ({
    name: folder,
    sources: [`${folder}/src`, `${folder}/tsconfig.json`, 'tsconfig.base.json'],
    output: `${folder}/dist`,
    command: [tsc, '-p', folder, '--noCheck'],
    cwd: HOUSE,
    fresh: true,
  }));
}

function webJobs() {
  if (!existsSync(join(HOUSE, WEB, 'index.html'))) return [];
  const sources = [WEB, 'packages/contracts/src', 'packages/wording/src', 'packages/domain/src'];
  return [
    { name: WEB, sources, output: `${WEB}/dist`, command: ['node_modules/vite/bin/vite.js', 'build'], cwd: join(HOUSE, WEB), fresh: false },
  ];
}

/** The workflow code as one file, so that a worker does not bundle it at every start. */
function bundleJobs() {
  const program = join(HOUSE, 'workflows/dist/bundle.js');
  if (!existsSync(program)) return [];
  const sources = ['workflows/src', 'packages/domain/src', 'packages/contracts/src'];
  return [{ name: 'workflow bundle', sources, output: 'workflows/dist/bundled', command: [program], cwd: HOUSE, fresh: false }];
}

/** Runs jobs in parallel, as many as there are cores; a failure stops no other job, and all failures are reported. */
async function runJobs(jobs) {
  const stale = jobs.filter((job) => readStamp(job) !== hashOf(job.sources));
  const waiting = [...stale];
  const failures = [];
  const lane = async () => {
    for (let job = waiting.shift(); job; job = waiting.shift()) await build(job).catch((error) => failures.push(error.message));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  if (failures.length > 0) throw new Error(failures.join('\n'));
  return stale.map((job) => job.name);
}

async function build(job) {
  const hash = hashOf(job.sources);
  if (job.fresh) rmSync(join(HOUSE, job.output), { recursive: true, force: true });
  await runNode(job);
  mkdirSync(join(HOUSE, job.output), { recursive: true });
  writeFileSync(stampOf(job), hash);
}

function runNode({ name, command, cwd }) {
  return new Promise((done, reject) => {
    const child = spawn(process.execPath, command, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => {
        output += data;
      });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? done() : reject(new Error(`${name} cannot be built:\n${output}`))));
  });
}

function hashOf(sources) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesUnder(join(HOUSE, source)))) {
    hash.update(relative(HOUSE, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  const names = readdirSync(path).filter((name) => !NOT_SOURCES.has(name));
  return names.sort().flatMap((name) => filesUnder(join(path, name)));
}

function readStamp(job) {
  return existsSync(stampOf(job)) ? readFileSync(stampOf(job), 'utf8') : undefined;
}

const stampOf = (job) => join(HOUSE, job.output, '.built-from');
const foldersOf = (folder) => readdirSync(join(HOUSE, folder)).map((name) => `${folder}/${name}`);

/** With package names on the command line only those are built. */
const named = process.argv.slice(2);
const asked = (jobs) => (named.length > 0 ? jobs.filter(({ name }) => named.includes(name)) : jobs);

const begun = performance.now();
try {
  const translated = await runJobs(asked([...packageJobs(), ...webJobs()]));
  const bundled = await runJobs(asked(bundleJobs()));
  const built = [...translated, ...bundled];
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  process.stdout.write(`${built.length === 0 ? 'Nothing to build' : `Built ${built.join(', ')}`} in ${seconds} s\n`);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
