import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sentence } from './arguments.mjs';
import { insideRoot, proxyVariables } from './private-root.mjs';
import { run, which } from './run.mjs';
import { PINS } from './settings.mjs';

/** The programs that are built from their Go modules, static, to run on the host. */
export const GO_TOOLS = {
  ferretdb: { version: PINS.ferretdb, module: `github.com/FerretDB/FerretDB/v2/cmd/ferretdb@v${PINS.ferretdb}`, megabytes: 150 },
  temporal: { version: PINS.temporalGo, module: `github.com/temporalio/cli/cmd/temporal@v${PINS.temporalGo}`, megabytes: 350 },
};

const OLDEST_GO = [1, 25];

/** Where the built program is kept. */
export function goToolPath(cache, name) {
  return join(cache, `${name}-${GO_TOOLS[name].version}`, name);
}

/** What it is and how much has to be downloaded for it. */
export const goToolTitle = (name) => `${name} ${GO_TOOLS[name].version} (${GO_TOOLS[name].megabytes} MB of Go modules)`;

/** The host's Go when it is new enough. */
export async function hostGo(log) {
  const go = which('go');
  if (!go) return undefined;
  const version = await run(go, ['env', 'GOVERSION'], { log }).catch(() => '');
  return isNewEnough(version) ? go : undefined;
}

/** `go1.26.8` is new enough, `go1.19` is not. */
function isNewEnough(version) {
  const [, major, minor] = /^go(\d+)\.(\d+)/.exec(version) ?? [];
  return Number(major) > OLDEST_GO[0] || (Number(major) === OLDEST_GO[0] && Number(minor) >= OLDEST_GO[1]);
}

/** Builds one program; modules and objects stay in the work folder so that an interrupted build resumes. */
export async function ensureGoTool({ cache, name, go, root, log }) {
  const path = goToolPath(cache, name);
  if (existsSync(path)) return path;
  const work = join(cache, 'work/go');
  mkdirSync(join(work, 'bin'), { recursive: true });
  mkdirSync(join(work, 'tmp'), { recursive: true });
  if (go) await run(go, installArguments(name), { log, env: { ...process.env, ...goVariables(work) }, title: `go install ${name}` });
  else await buildInRoot({ name, root, work, log });
  mkdirSync(dirname(path), { recursive: true });
  renameSync(join(work, 'bin', name), path);
  return path;
}

/** Removes what only the building needed, beside what goes on; it is many small files. */
export function forgetGoWork(cache) {
  void rm(join(cache, 'work/go'), { recursive: true, force: true, maxRetries: 3 }).catch(() => {});
}

async function buildInRoot({ name, root, work, log }) {
  if (!root) throw sentence(`${name} cannot be built: there is no Go 1.25 or later here; install Go or ${name} itself.`);
  const env = { ...goVariables('/srv/jifen'), ...proxyVariables(), HOME: '/srv/jifen' };
  const [program, ...args] = insideRoot({ root, command: ['go', ...installArguments(name)], env, data: work });
  await run(program, args, { log, title: `go install ${name} in the private root` });
}

/** Without symbols: half as large, sooner linked. */
function installArguments(name) {
  return ['install', '-ldflags=-s -w', GO_TOOLS[name].module];
}

function goVariables(work) {
  return {
    CGO_ENABLED: '0',
    GOFLAGS: '-modcacherw -buildvcs=false',
    GOBIN: `${work}/bin`,
    GOPATH: `${work}/path`,
    GOCACHE: `${work}/objects`,
    GOTMPDIR: `${work}/tmp`,
  };
}
