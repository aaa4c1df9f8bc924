import { createHmac, hkdfSync } from 'node:crypto';

const shortest = 32;

/** A 32-byte key for one purpose, from a secret of at least 32 characters: a leaked key decrypts nothing else. */
export function keyFor(purpose: string, secret: string): Uint8Array {
  if (secret.length < shortest) throw new Error(`The secret for ${purpose} must have at least ${shortest} characters.`);
  return new Uint8Array(hkdfSync('sha256', secret, '', `jifen ${purpose}`, 32));
}

/** Makes an encrypted value searchable without storing it: HMAC-SHA256 of the normalised value. */
export function blindIndex(key: Uint8Array, value: string): string {
  return createHmac('sha256', key).update(value.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()).digest('base64url');
}
