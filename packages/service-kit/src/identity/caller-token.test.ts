import { beforeAll, describe, expect, it } from '@jest/globals';
import { aCaller, aService, type TestIdentity, testIdentity } from '@jifen/test-kit';
import { importJWK, SignJWT } from 'jose';
import { createTokenSigner, identifyByToken } from './caller-token.ts';

const caller = aCaller({ personId: 'wang', memberId: 'm-17', service: 'console' });
const at = Date.parse('2026-10-25T01:00:00Z');

describe('a caller token', () => {
  let member: TestIdentity;
  beforeAll(async () => {
    member = await testIdentity();
  });

  const signedAt = (ms: number) => createTokenSigner(member.privateKey, () => ms)(caller);
  const read = (header: string | undefined, now = at) => identifyByToken(member.publicKey, () => now)({ authorization: header });
  const signedFor = async (seconds: number, alg = 'EdDSA') => {
    const issuedAt = at / 1000;
    const token = new SignJWT({ ...caller }).setProtectedHeader({ alg }).setIssuer('jifen-member').setIssuedAt(issuedAt);
    return token.setExpirationTime(issuedAt + seconds).sign(await importJWK(member.privateKey, 'EdDSA'));
  };

  it('names the person, their grants and the calling service', async () => {
    expect(await read(`Bearer ${await signedAt(at)}`)).toEqual(caller);
  });

  it('may speak for a service alone', async () => {
    const token = await createTokenSigner(member.privateKey, () => at)(aService('scoring'));
    expect(await read(`Bearer ${token}`)).toEqual({ service: 'scoring', grants: [] });
  });

  it.each([
    [61_000, true],
    [63_000, false],
  ])('%d ms after it was signed: %s (60 s and 2 s for different clocks)', async (later, accepted) => {
    expect((await read(`Bearer ${await signedAt(at)}`, at + later)) !== undefined).toBe(accepted);
  });

  it('is refused when somebody signed it for longer than a minute', async () => {
    expect(await read(`Bearer ${await signedFor(60)}`)).toEqual(caller);
    expect(await read(`Bearer ${await signedFor(61)}`)).toBeUndefined();
  });

  it('is refused from another signer', async () => {
    const stranger = await testIdentity();
    expect(await read(`Bearer ${await createTokenSigner(stranger.privateKey, () => at)(caller)}`)).toBeUndefined();
  });

  it('is refused without a signature', async () => {
    const [, payload] = (await signedAt(at)).split('.');
    const header = Buffer.from('{"alg":"none"}').toString('base64url');
    expect(await read(`Bearer ${header}.${payload}.`)).toBeUndefined();
  });

  it.each([undefined, '', 'Bearer', 'Basic dzp3', 'Bearer a.b.c', 'Bearer a b'])('%p names nobody', async (header) => {
    expect(await read(header)).toBeUndefined();
  });
});
