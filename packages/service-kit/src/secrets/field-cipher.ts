import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { keyFor } from './keys.ts';

/** `context` names collection, field and document: a ciphertext moved elsewhere cannot be decrypted. */
export type FieldCipher = {
  encrypt(plain: string, context: string): string;
  decrypt(envelope: string, context: string): string;
};

type Key = { id: string; bytes: Uint8Array };
const version = 'v1';
const algorithm = 'aes-256-gcm';

/** AES-256-GCM in the envelope `v1|keyId|iv|ct|tag`. The key file holds one secret a line: the first encrypts, all decrypt. */
export function fieldCipher(keyFile: string): FieldCipher {
  const [current, ...older] = readFileSync(keyFile, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(toKey);
  if (!current) throw new Error(`${keyFile} holds no key.`);
  const keys = new Map([current, ...older].map((key) => [key.id, key]));
  return {
    encrypt: (plain, context) => encrypt(current, plain, context),
    decrypt: (envelope, context) => decrypt(keys, envelope, context),
  };
}

function toKey(secret: string): Key {
  const bytes = keyFor('field encryption', secret);
  return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 8), bytes };
}

function encrypt(key: Key, plain: string, context: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv(algorithm, key.bytes, iv).setAAD(Buffer.from(context));
  const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return [version, key.id, ...[iv, text, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('|');
}

function decrypt(keys: ReadonlyMap<string, Key>, envelope: string, context: string): string {
  const [readVersion, keyId = '', iv = '', text = '', tag = ''] = envelope.split('|');
  const key = keys.get(keyId);
  if (readVersion !== version || !key) throw new Error(`No key for the envelope ${readVersion}|${keyId}.`);
  const decipher = createDecipheriv(algorithm, key.bytes, Buffer.from(iv, 'base64url'), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(context)).setAuthTag(Buffer.from(tag, 'base64url'));
  return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8');
}
