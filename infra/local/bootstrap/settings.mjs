import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sentence } from './arguments.mjs';

/** The checkout this bootstrap belongs to. */
export const CHECKOUT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/** A file of the checkout. */
export const inCheckout = (path) => join(CHECKOUT, path);

/** What is provisioned, by exact version; a cache folder carries its version in its name. */
export const PINS = {
  pnpm: '12.21.0',
  debian: 'forky',
  privateRoot: '1',
  ferretdb: '2.7.0',
  temporal: '1.9.1',
  /** The last whose Go module can be installed by its name. */
  temporalGo: '1.5.1',
  temporalTestServer: '1.38.0',
};

/** Name of the port → [variable, default]. */
export const PORTS = {
  console: ['PORT', 8080],
  member: ['JIFEN_MEMBER_PORT', 8101],
  scoring: ['JIFEN_SCORING_PORT', 8102],
  notification: ['JIFEN_NOTIFICATION_PORT', 8103],
  branchWorker: ['JIFEN_BRANCH_WORKER_PORT', 8104],
  memberWorker: ['JIFEN_MEMBER_WORKER_PORT', 8105],
  mongo: ['JIFEN_MONGO_PORT', 27117],
  postgres: ['JIFEN_POSTGRES_PORT', 54117],
  redis: ['JIFEN_REDIS_PORT', 6479],
  temporal: ['JIFEN_TEMPORAL_PORT', 7333],
  temporalUi: ['JIFEN_TEMPORAL_UI_PORT', 8333],
  mailWeb: ['JIFEN_MAIL_WEB_PORT', 8025],
  smtp: ['JIFEN_SMTP_PORT', 8026],
};

/**
 * @typedef {{ name: string, dataDir: string, logsDir: string, secretsDir: string, ports: Record<string, number> }} Stack
 */

/** @returns {Record<string, number>} every port, from the environment or by default; throws on what is no port */
export function readPorts(environment) {
  return Object.fromEntries(
    Object.entries(PORTS).map(([name, [variable, standard]]) => [name, readPort(variable, environment[variable], standard)]),
  );
}

function readPort(variable, text, standard) {
  if (text === undefined || text === '') return standard;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65535) throw sentence(`${variable}=${text} is not a port (1 to 65535).`);
  return port;
}

/** @returns {Stack} where one stack keeps what it has */
export function stackNamed(name, environment = process.env) {
  if (!/^[a-z][a-z0-9-]{0,30}$/.test(name)) throw sentence(`A stack is named with small letters, digits and hyphens, not "${name}".`);
  const dataDir = join(CHECKOUT, '.jifen', name);
  return { name, dataDir, logsDir: join(dataDir, 'logs'), secretsDir: join(dataDir, 'secrets'), ports: readPorts(environment) };
}

/** The per-user folder outside the checkout where built and downloaded things are kept. */
export function cacheDir(environment = process.env) {
  return join(environment.XDG_CACHE_HOME || join(homedir(), '.cache'), 'jifen');
}
