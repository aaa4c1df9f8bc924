import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** Name of a service → SHA-256 of its secret in hex. */
export const serviceSecrets = z.record(z.string().regex(/^[a-z-]{2,40}$/), z.string().regex(/^[0-9a-f]{64}$/));
export type ServiceSecrets = ReadonlyMap<string, string>;

const digest = (text: string) => createHash('sha256').update(text).digest();

/** An unknown name takes as long as a wrong secret. */
export function knowsSecret(secrets: ServiceSecrets, service: string, secret: string): boolean {
  const known = secrets.get(service);
  const expected = known === undefined ? digest('nobody') : Buffer.from(known, 'hex');
  return timingSafeEqual(expected, digest(secret)) && known !== undefined;
}
