import { hkdfSync } from 'node:crypto';

const shortest = 32;

/** A 32-byte key for one purpose, from a secret of at least 32 characters: a leaked key decrypts nothing else. */
export function keyFor(purpose: string, secret: string): Uint8Array {
  if (secret.length < shortest) throw new Error(`The secret for ${purpose} must have at least ${shortest} characters.`);
  return new Uint8Array(hkdfSync('sha256', secret, '', `jifen ${purpose}`, 32));
}
