import { type Caller, caller as callerSchema } from '@jifen/contracts';
import { importJWK, type JWK, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import type { Identify } from '../http/app-options.ts';

const tokenLifetimeSeconds = 60;
const issuer = 'jifen-member';
const bearer = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/;

/** Accepts `Bearer` tokens signed by member (EdDSA) that live at most 60 s. `now` is real time in milliseconds. */
export function identifyByToken(publicKey: JWK, now: () => number = Date.now): Identify {
  const key = importJWK(publicKey, 'EdDSA');
  return async ({ authorization = '' }) => {
    const token = bearer.exec(authorization)?.[1];
    if (token === undefined) return undefined;
    const payload = await verified(token, await key, now());
    return payload && liveBriefly(payload) ? callerSchema.safeParse(payload).data : undefined;
  };
}

/** Member's side: a token that names the caller and expires after 60 s. */
export function createTokenSigner(privateKey: JWK, now: () => number = Date.now): (caller: Caller) => Promise<string> {
  const key = importJWK(privateKey, 'EdDSA');
  return async (caller) => {
    const issuedAt = Math.floor(now() / 1000);
    return new SignJWT({ ...caller })
      .setProtectedHeader({ alg: 'EdDSA' })
      .setIssuer(issuer)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + tokenLifetimeSeconds)
      .sign(await key);
  };
}

async function verified(token: string, key: Awaited<ReturnType<typeof importJWK>>, now: number): Promise<JWTPayload | undefined> {
  const checks = { algorithms: ['EdDSA'], issuer, clockTolerance: 2, currentDate: new Date(now), requiredClaims: ['iat', 'exp'] };
  return jwtVerify(token, key, checks).then(
    ({ payload }) => payload,
    () => undefined,
  );
}

function liveBriefly({ iat, exp }: JWTPayload): boolean {
  return iat !== undefined && exp !== undefined && exp - iat <= tokenLifetimeSeconds;
}
