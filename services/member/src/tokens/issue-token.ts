import type { Caller } from '@jifen/contracts';
import { ok, type Result, refuse } from '@jifen/domain';
import { callerOf, type PostsDeps } from '../people/caller-of.ts';
import { knowsSecret, type ServiceSecrets } from './service-secrets.ts';

export type TokenRefusal =
  | { code: 'wrong-service-secret' }
  | { code: 'not-for-this-caller' }
  | { code: 'unknown-person'; personId: string };

export type TokenDeps = PostsDeps & {
  secrets: ServiceSecrets;
  /** The services that may speak for a person. */
  speakForPersons: ReadonlySet<string>;
  sign: (caller: Caller) => Promise<string>;
  realNow: () => number;
};

export type TokenInput = { service: string; secret: string; personId?: string | undefined; at: number };

const lifetimeMs = 60_000;

/** A token of at most 60 s for a service, or for the person it acts for. `at` is business time, the token's life is real time. */
export async function issueToken(
  deps: TokenDeps,
  { service, secret, personId, at }: TokenInput,
): Promise<Result<{ token: string; expiresAt: number }, TokenRefusal>> {
  if (!knowsSecret(deps.secrets, service, secret)) return refuse({ code: 'wrong-service-secret' });
  if (personId !== undefined && !deps.speakForPersons.has(service)) return refuse({ code: 'not-for-this-caller' });
  const caller = personId === undefined ? { service, grants: [] } : await callerOf(deps, { personId, service, at });
  if (!caller) return refuse({ code: 'unknown-person', personId: personId ?? '' });
  const issuedAt = Math.floor(deps.realNow() / 1000) * 1000;
  return ok({ token: await deps.sign(caller), expiresAt: issuedAt + lifetimeMs });
}
