import type { Caller } from '@jifen/contracts';
import { createTokenSigner, type Identify, identifyByToken } from '@jifen/service-kit';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

/** Member's key pair, made in memory: signs for any caller and verifies its own signatures. */
export type TestIdentity = {
  publicKey: JWK;
  privateKey: JWK;
  identify: Identify;
  tokenFor(caller: Caller): Promise<string>;
  /** For supertest's `set`: `{ authorization: 'Bearer …' }`. */
  headersFor(caller: Caller): Promise<{ authorization: string }>;
};

export async function testIdentity(): Promise<TestIdentity> {
  const pair = await generateKeyPair('EdDSA', { extractable: true });
  const [publicKey, privateKey] = await Promise.all([exportJWK(pair.publicKey), exportJWK(pair.privateKey)]);
  const tokenFor = createTokenSigner(privateKey);
  return {
    publicKey,
    privateKey,
    identify: identifyByToken(publicKey),
    tokenFor,
    headersFor: async (caller) => ({ authorization: `Bearer ${await tokenFor(caller)}` }),
  };
}
