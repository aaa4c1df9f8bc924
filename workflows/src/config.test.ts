import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadConfig } from '@jifen/service-kit';
import { branchWorkerConfig, memberWorkerConfig } from './config.ts';

const environment = { PORT: '8105', TEMPORAL_ADDRESS: '127.0.0.1:7333', TZ: 'UTC' };
const secret = new URL('../package.json', import.meta.url).pathname;
const publicKey = join(mkdtempSync(join(tmpdir(), 'jifen-worker-')), 'token-public');
writeFileSync(publicKey, JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: 'abc' }));
const identity = { SERVICE_NAME: 'member-worker', SERVICE_SECRET_FILE: secret, TOKEN_PUBLIC_KEY_FILE: publicKey };
const services = { ...identity, MEMBER_URL: 'http://m:1', SCORING_URL: 'http://s:1' };

describe('configuration of the workers', () => {
  it('the member worker opens months at scoring, and sends nothing to notification', () => {
    const config = loadConfig(memberWorkerConfig, { ...environment, ...services });
    expect(config).toMatchObject({ PORT: 8105, HOST: '127.0.0.1', TEMPORAL_NAMESPACE: 'jifen', SCORING_URL: 'http://s:1' });
  });

  it.each([
    ['branch', branchWorkerConfig, /MEMBER_URL is not set[\s\S]*SCORING_URL is not set[\s\S]*NOTIFICATION_URL is not set/],
    ['member', memberWorkerConfig, /MEMBER_URL is not set[\s\S]*SCORING_URL is not set/],
  ] as const)('the %s worker names each service that is missing', (_kind, schema, sentence) => {
    expect(() => loadConfig(schema, environment)).toThrow(sentence);
  });

  it('a worker runs in UTC only', () => {
    expect(() => loadConfig(memberWorkerConfig, { ...environment, ...services, TZ: 'Asia/Shanghai' })).toThrow('TZ is wrong');
  });
});
