import { describe, expect, it } from '@jest/globals';
import { type FitnessFacts, refuseUnlessFit } from './refuse-unless-fit.ts';

const good: FitnessFacts = {
  host: '0.0.0.0',
  urls: { MEMBER_URL: 'https://member', MONGO_URL: 'mongodb://store/?tls=true', REDIS_URL: 'rediss://redis' },
  secrets: { SERVICE_SECRET_FILE: 'k8Jq2vXw5Zr7Tb1Yn4Lm9Pd3Hs6Fc0Gu' },
  behindTls: true,
};

describe('production', () => {
  it('starts when everything is as it must be', () => {
    expect(refuseUnlessFit('production', good)).toEqual([]);
  });

  it.each<[string, FitnessFacts, string]>([
    ['plain HTTP', { behindTls: false }, 'Production is not served over plain HTTP.'],
    ['an unencrypted store', { urls: { MONGO_URL: 'mongodb://store/' } }, 'MONGO_URL is not encrypted.'],
    ['an unencrypted service', { urls: { MEMBER_URL: 'http://member' } }, 'MEMBER_URL is not encrypted.'],
    ['a short secret', { secrets: { S: 'k8Jq2vXw5Zr7Tb1Yn4Lm9Pd3Hs6Fc0G' } }, 'S is a default or shorter than 32 characters.'],
    ['a default secret', { secrets: { S: 'changeme-k8Jq2vXw5Zr7Tb1Yn4Lm9Pd3Hs' } }, 'S is a default or shorter than 32 characters.'],
    ['a secret of one letter', { secrets: { S: 'x'.repeat(40) } }, 'S is a default or shorter than 32 characters.'],
  ])('does not start with %s', (_what, facts, reason) => {
    expect(refuseUnlessFit('production', { ...good, ...facts })).toEqual([reason]);
  });
});

describe('the demo', () => {
  it('listens on loopback only', () => {
    expect(refuseUnlessFit('demo', { host: '127.0.0.1', behindTls: false })).toEqual([]);
    expect(refuseUnlessFit('demo', { host: '0.0.0.0' })).toEqual(['The demo profile listens on loopback only, not on 0.0.0.0.']);
  });
});
