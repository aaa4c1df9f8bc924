import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Everything that calls a service and therefore has a secret of its own. */
const CALLERS = ['member', 'scoring', 'notification', 'console', 'branch-worker', 'member-worker', 'seed'];

const AUDITED = ['member', 'scoring', 'notification', 'console'];
const PLAIN_KEYS = ['postgres', 'session', 'field', 'blind-index', ...AUDITED.map((name) => `audit-${name}`)];

/** Makes what is missing of the stack's secrets; what exists is never changed. */
export function ensureSecrets(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of [...PLAIN_KEYS, ...CALLERS.map((caller) => `service-${caller}`)]) {
    writeOnce(secretPath(folder, name), () => randomBytes(32).toString('hex'));
  }
  writeOnce(secretPath(folder, 'service-hashes'), () => JSON.stringify(hashes(folder)));
  ensureTokenKey(folder);
}

/** The file of one secret. */
export function secretPath(folder, name) {
  return join(folder, `${name}.key`);
}

function hashes(folder) {
  const hashOf = (caller) =>
    createHash('sha256')
      .update(readFileSync(secretPath(folder, `service-${caller}`), 'utf8').trim())
      .digest('hex');
  return Object.fromEntries(CALLERS.map((caller) => [caller, hashOf(caller)]));
}

/** The key by which member signs who is acting (private, JWK) and its public half for everybody else. */
function ensureTokenKey(folder) {
  writeOnce(secretPath(folder, 'token'), () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const jwk = privateKey.export({ format: 'jwk' });
    return JSON.stringify({ ...jwk, alg: 'EdDSA', use: 'sig', kid: randomBytes(8).toString('hex') });
  });
  writeOnce(secretPath(folder, 'token-public'), () => {
    const { d: _private, ...publicJwk } = JSON.parse(readFileSync(secretPath(folder, 'token'), 'utf8'));
    return JSON.stringify(publicJwk);
  });
}

function writeOnce(path, make) {
  if (existsSync(path)) return;
  writeFileSync(`${path}.next`, `${make()}\n`, { mode: 0o600 });
  renameSync(`${path}.next`, path);
}
