import type { JWK } from 'jose';
import type { Identify } from '../http/app.ts';
import type { Caller } from './caller.ts';

export type VerifyCaller = (authorization: string | undefined) => Promise<Caller | undefined>;

/** Accepts `Bearer` tokens signed by member (EdDSA) that live at most 60 s. */
export function verifyCallerToken(_publicKey: JWK): VerifyCaller {
  throw new Error('verifyCallerToken is not built yet');
}

/** Member's side: a token that names the caller and dies after 60 s. */
export function createTokenSigner(_privateKey: JWK, _now?: () => number): (caller: Caller) => Promise<string> {
  throw new Error('createTokenSigner is not built yet');
}

export function identifyByToken(publicKey: JWK): Identify {
  const verify = verifyCallerToken(publicKey);
  return (headers) => verify(headers.authorization);
}
