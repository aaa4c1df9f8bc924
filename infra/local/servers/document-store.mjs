import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { insideRoot, rootUser } from '../bootstrap/private-root.mjs';
import { run } from '../bootstrap/run.mjs';

const BIN = '/usr/lib/postgresql/18/bin';
const USER = 'postgres';

/** Settings of PostgreSQL with DocumentDB; the extension connects back to itself over its socket in /tmp. */
const SETTINGS = {
  hba_file: '/srv/jifen/access.conf',
  ident_file: '/srv/jifen/identity.conf',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '/tmp',
  shared_preload_libraries: 'pg_cron,pg_documentdb_core,pg_documentdb',
  'cron.database_name': 'postgres',
  'cron.use_background_workers': 'on',
  'cron.log_run': 'off',
  'cron.log_statement': 'off',
  max_worker_processes: '24',
  max_connections: '200',
  shared_buffers: '256MB',
  default_toast_compression: 'lz4',
  'documentdb.localhost_connection_string': 'host=/tmp',
  'documentdb_core.enableCollation': 'on',
};

/**
 * Who may connect: with the password over TCP; without one only PostgreSQL's own user over the socket, in any role,
 * because DocumentDB's background worker connects in a role of its own. The socket is not visible outside.
 */
const ACCESS = {
  'access.conf': 'local all all peer map=own\nhost all all 127.0.0.1/32 scram-sha-256\n',
  'identity.conf': `own ${USER} all\n`,
};

/** Creates the database cluster if there is none; an incomplete one is removed first. */
export async function preparePostgres({ stack, root, log }) {
  const home = postgresHome(stack);
  mkdirSync(home, { recursive: true, mode: 0o755 });
  for (const [name, text] of Object.entries(ACCESS)) writeFileSync(join(home, name), text);
  if (existsSync(join(home, 'data/PG_VERSION'))) return;
  rmSync(join(home, 'partial'), { recursive: true, force: true });
  const { uid, gid } = rootUser(root, USER);
  chownSync(home, uid, gid);
  writeFileSync(join(home, 'password'), postgresPassword(stack), { mode: 0o600 });
  chownSync(join(home, 'password'), uid, gid);
  const options = ['--auth-host=scram-sha-256', '--auth-local=peer', '--data-checksums', '--encoding=UTF8', '--locale=C.UTF-8'];
  const command = [`${BIN}/initdb`, '-D', '/srv/jifen/partial', '--pwfile=/srv/jifen/password', ...options];
  const [program, ...args] = insideRoot({ root, command, user: USER, data: home });
  await run(program, args, { log, title: 'initdb' });
  rmSync(join(home, 'password'));
  renameSync(join(home, 'partial'), join(home, 'data'));
}

/** The command line of the PostgreSQL server. */
export function postgresCommand({ stack, root }) {
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const command = [`${BIN}/postgres`, '-D', '/srv/jifen/data', '-p', String(stack.ports.postgres), ...settings];
  return insideRoot({ root, command, user: USER, data: postgresHome(stack) });
}

/** The command line that loads the DocumentDB extension; harmless when it is loaded. */
export function extensionCommand({ stack, root }) {
  const target = ['-h', '127.0.0.1', '-p', String(stack.ports.postgres), '-U', USER, '-d', 'postgres'];
  const sql = 'create extension if not exists documentdb cascade';
  const command = [`${BIN}/psql`, ...target, '-v', 'ON_ERROR_STOP=1', '-c', sql];
  return insideRoot({ root, command, env: { PGPASSFILE: '/srv/jifen/pgpass' }, data: secretFolder(stack) });
}

/** FerretDB speaks the MongoDB protocol; without authentication, on loopback only. */
export function ferretdbCommand({ stack, ferretdb }) {
  const stateDir = join(stack.dataDir, 'ferretdb');
  mkdirSync(stateDir, { recursive: true });
  const listen = ['--listen-addr', `127.0.0.1:${stack.ports.mongo}`, '--no-auth', '--debug-addr=-'];
  const command = [ferretdb, ...listen, '--state-dir', stateDir, '--telemetry=disable', '--log-level=WARN'];
  const url = `postgres://${USER}:${postgresPassword(stack)}@127.0.0.1:${stack.ports.postgres}/postgres?pool_max_conns=60`;
  return { command, env: { FERRETDB_POSTGRESQL_URL: url } };
}

/** A real MongoDB as a replica set of one. */
export function mongodCommand({ stack, mongod }) {
  const dbPath = join(stack.dataDir, 'mongod');
  mkdirSync(dbPath, { recursive: true });
  return [mongod, '--dbpath', dbPath, '--port', String(stack.ports.mongo), '--bind_ip', '127.0.0.1', '--replSet', 'jifen'];
}

const postgresHome = (stack) => join(stack.dataDir, 'postgres');
const postgresPassword = (stack) => readFileSync(join(stack.secretsDir, 'postgres.key'), 'utf8').trim();

/** psql reads its password from a file, so that it is in no command line. */
function secretFolder(stack) {
  const folder = join(stack.secretsDir, 'psql');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, 'pgpass'), `127.0.0.1:*:*:${USER}:${postgresPassword(stack)}\n`, { mode: 0o600 });
  return folder;
}
