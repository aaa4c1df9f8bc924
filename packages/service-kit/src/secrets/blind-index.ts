import { createHmac } from 'node:crypto';

/** Makes an encrypted value searchable without storing it: HMAC-SHA256 of the normalised value. */
export function blindIndex(key: Uint8Array, value: string): string {
  return createHmac('sha256', key).update(value.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()).digest('base64url');
}
