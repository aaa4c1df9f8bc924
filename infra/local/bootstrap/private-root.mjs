import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sentence } from './arguments.mjs';
import { run, which } from './run.mjs';
import { PINS } from './settings.mjs';

const CERTIFICATES = '/etc/ssl/certs/ca-certificates.crt';
const KEYRINGS = '/usr/share/keyrings';

/** Size of what is downloaded for these packages, in MB, as measured. */
export const ROOT_MEGABYTES = { servers: 190, go: 120, python: 10, java: 90, browser: 265 };

/** Packages by what they are for. */
const PACKAGES = {
  servers: ['postgresql-18-documentdb', 'redis-server'],
  go: ['golang-go'],
  python: ['python3-pip'],
  java: ['default-jre-headless', 'maven', 'p11-kit'],
  browser: ['chromium', 'fonts-noto-cjk'],
};

/** @returns {string | undefined} why this machine cannot hold a private root; undefined when it can */
export function whyNoPrivateRoot() {
  if (process.platform !== 'linux') return 'this is not Linux';
  if (process.getuid?.() !== 0) return 'this user is not root';
  const missing = ['apt-get', 'dpkg-deb', 'unshare', 'chroot', 'setpriv', 'mount'].filter((program) => !which(program));
  return missing.length > 0 ? `${missing.join(', ')} not found` : undefined;
}

/** Where the private root of this version lives. */
export function privateRootDir(cache) {
  return join(cache, `private-root-${PINS.debian}-${PINS.privateRoot}`);
}

/** The packages for these purposes that are not yet in the root. */
export function missingInRoot(cache, purposes) {
  return purposes.filter((purpose) => !existsSync(stampOf(privateRootDir(cache), purpose)));
}

/**
 * A folder with Debian testing that holds what the host lacks. Each part has its stamp, written when it is whole;
 * nothing is installed into the host.
 */
export async function ensurePrivateRoot({ cache, purposes, log }) {
  const root = privateRootDir(cache);
  if (!existsSync(root)) await bootstrapRoot({ cache, root, log });
  for (const purpose of missingInRoot(cache, purposes)) {
    await installInRoot({ root, packages: PACKAGES[purpose], log });
    writeFileSync(stampOf(root, purpose), `${PACKAGES[purpose].join(' ')}\n`);
  }
  refreshNetworkFiles(root);
  return root;
}

/**
 * The command line that runs a program inside the root, in mount, process and IPC spaces of its own: when the first
 * process of it ends, no mount, child or shared memory is left. The shell stays as that first process, because a change
 * of user clears the signal by which a child dies with its parent; stop signals go to the whole process group.
 * @param {{ root: string, command: string[], user?: string, env?: Record<string, string>, data?: string, scratch?: boolean }} what
 *   `data` appears inside as /srv/jifen; `scratch` gives an empty /tmp of its own
 */
export function insideRoot({ root, command, user = 'root', env = {}, data, scratch = true }) {
  const script = [
    'set -e',
    'mount -t proc proc "$1/proc"',
    'mount --rbind /dev "$1/dev"',
    'mount -t tmpfs -o mode=1777 tmpfs "$1/dev/shm"',
    ...(scratch ? ['mount -t tmpfs -o mode=1777 tmpfs "$1/tmp"'] : []),
    ...(data ? ['mkdir -p "$1/srv/jifen"', 'mount --bind "$2" "$1/srv/jifen"'] : []),
    'root="$1"; user="$3"; shift 3; trap : TERM INT; set +e',
    'chroot "$root" setpriv --reuid "$user" --regid "$user" --init-groups env -i "$@" & child=$!',
    'while kill -0 $child 2>/dev/null; do wait $child; code=$?; done; exit $code',
  ].join('\n');
  const variables = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C.UTF-8', HOME: '/tmp', ...env };
  const assignments = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
  const spaces = ['--mount', '--pid', '--ipc', '--fork', '--kill-child'];
  return ['unshare', ...spaces, 'sh', '-c', script, 'sh', root, data ?? '', user, ...assignments, ...command];
}

/** User and group number of a user of the root. */
export function rootUser(root, name) {
  const line = readFileSync(join(root, 'etc/passwd'), 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  if (!line) throw new Error(`The private root has no user ${name}.`);
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

const stampOf = (root, purpose) => join(root, `jifen-${purpose}.ok`);

async function bootstrapRoot({ cache, root, log }) {
  const work = join(cache, 'work');
  const partial = join(work, 'root');
  rmSync(partial, { recursive: true, force: true });
  const debootstrap = await unpackDebootstrap({ work, log });
  const mirror = await debianMirror(log);
  const scripts = join(debootstrap, 'usr/share/debootstrap');
  const keyring = join(KEYRINGS, 'debian-archive-keyring.gpg');
  const args = ['--variant=minbase', `--keyring=${keyring}`, PINS.debian, partial, mirror, join(scripts, 'scripts/sid')];
  const command = ['unshare', '--mount', '--pid', '--fork', '--kill-child', 'sh', join(debootstrap, 'usr/sbin/debootstrap'), ...args];
  await run(command[0], command.slice(1), { log, env: { ...process.env, DEBOOTSTRAP_DIR: scripts }, title: 'debootstrap' });
  prepareForPackages(partial);
  renameSync(partial, root);
}

/** debootstrap is a package of scripts: it is unpacked, not installed; apt keeps its lists in the cache. */
async function unpackDebootstrap({ work, log }) {
  const target = join(work, 'debootstrap');
  if (existsSync(target)) return target;
  const lists = join(work, 'apt/lists');
  const archives = join(work, 'apt/cache');
  mkdirSync(join(lists, 'partial'), { recursive: true });
  mkdirSync(join(archives, 'archives/partial'), { recursive: true });
  const own = ['-o', `Dir::State::Lists=${lists}`, '-o', `Dir::Cache=${archives}`, '-o', 'APT::Sandbox::User=root'];
  await run('apt-get', [...own, 'update'], { log, title: 'apt-get update' });
  await run('apt-get', [...own, 'download', 'debootstrap'], { log, cwd: work, title: 'apt-get download debootstrap' });
  const packageFile = readdirSync(work).find((name) => /^debootstrap_.*\.deb$/.test(name));
  await run('dpkg-deb', ['-x', join(work, packageFile), `${target}.partial`], { log });
  renameSync(`${target}.partial`, target);
  return target;
}

async function debianMirror(log) {
  const uris = await run('apt-get', ['indextargets', '--format', '$(REPO_URI)', 'Created-By: Packages'], { log });
  const mirror = uris.split('\n').find((uri) => /\/debian\/?$/.test(uri));
  if (!mirror) throw sentence('The apt sources of this machine name no Debian mirror; install mongod, redis-server and temporal instead.');
  return mirror;
}

function prepareForPackages(root) {
  writeFileSync(join(root, 'usr/sbin/policy-rc.d'), '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  mkdirSync(join(root, 'etc/postgresql-common'), { recursive: true });
  writeFileSync(join(root, 'etc/postgresql-common/createcluster.conf'), 'create_main_cluster = false\n');
  refreshNetworkFiles(root);
}

async function installInRoot({ root, packages, log }) {
  const apt = ['apt-get', '-o', 'Dpkg::Use-Pty=0', '-o', 'Dpkg::options::=--force-unsafe-io'];
  const env = { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C', HOME: '/root', ...proxyVariables() };
  const inside = async (command) => {
    const [program, ...args] = insideRoot({ root, command, env, scratch: false });
    await run(program, args, { log, title: `${command[0]} in the private root` });
  };
  await inside(['dpkg', '--configure', '-a']);
  await inside([...apt, 'install', '-y', '--no-install-recommends', ...packages]);
  await inside([...apt, 'clean']);
}

/** Proxies and certificates of the host, for a program that downloads inside the root. */
export function proxyVariables(environment = process.env) {
  const names = [
    'http_proxy',
    'https_proxy',
    'no_proxy',
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'NO_PROXY',
    'GOPROXY',
    'GOSUMDB',
    'GONOSUMDB',
    'GOPRIVATE',
  ];
  const present = names.filter((name) => environment[name]).map((name) => [name, environment[name]]);
  return { ...Object.fromEntries(present), SSL_CERT_FILE: CERTIFICATES };
}

function refreshNetworkFiles(root) {
  mkdirSync(join(root, 'etc/ssl/certs'), { recursive: true });
  for (const file of [CERTIFICATES, '/etc/resolv.conf']) {
    if (existsSync(file)) copyFileSync(file, join(root, file));
  }
}
