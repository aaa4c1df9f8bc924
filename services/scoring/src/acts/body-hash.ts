import { createHash } from 'node:crypto';

/** Of a body that its contract has checked, so that keys come in one order. SHA-256 in hex. */
export function bodyHash(body: unknown): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('hex');
}
