import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ensureSecrets, secretPath } from './secrets.mjs';

const freshFolder = () => join(mkdtempSync(join(tmpdir(), 'jifen-secrets-')), 'secrets');
const read = (folder: string, name: string) => readFileSync(secretPath(folder, name), 'utf8').trim();

describe('secrets of a stack', () => {
  it('are readable by their owner only', () => {
    const folder = freshFolder();
    ensureSecrets(folder);
    const modes = readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777);
    expect(new Set(modes)).toEqual(new Set([0o600]));
  });

  it('are made once and never changed', () => {
    const folder = freshFolder();
    ensureSecrets(folder);
    const before = read(folder, 'field');
    ensureSecrets(folder);
    expect(read(folder, 'field')).toBe(before);
  });

  it('member learns the hashes of the callers, not their secrets', () => {
    const folder = freshFolder();
    ensureSecrets(folder);
    const hash = createHash('sha256').update(read(folder, 'service-console')).digest('hex');
    expect(JSON.parse(read(folder, 'service-hashes')).console).toBe(hash);
  });

  it('the public half of the token key holds no private part', () => {
    const folder = freshFolder();
    ensureSecrets(folder);
    const [own, open] = [JSON.parse(read(folder, 'token')), JSON.parse(read(folder, 'token-public'))];
    expect(own).toMatchObject({ kty: 'OKP', crv: 'Ed25519', x: open.x, kid: open.kid });
    expect(Object.keys(open).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
  });
});
