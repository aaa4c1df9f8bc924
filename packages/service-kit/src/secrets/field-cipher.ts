/** `context` names collection, field and document: a ciphertext moved elsewhere does not open. */
export type FieldCipher = { encrypt(plain: string, context: string): string; decrypt(envelope: string, context: string): string };

/** AES-256-GCM in the envelope `v1|keyId|iv|ct|tag`. The key file holds one 32-byte key or several as `{ current, keys: { id: base64 } }`. */
export function fieldCipher(_keyFile: string): FieldCipher {
  throw new Error('fieldCipher is not built yet');
}
