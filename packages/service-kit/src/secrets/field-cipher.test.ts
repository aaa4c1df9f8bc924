import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { fieldCipher } from './field-cipher.ts';
import { blindIndex, keyFor } from './keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'keys-'));
const oldKey = 'the-first-master-key-0123456789abcdef';
const newKey = 'the-second-master-key-0123456789abcde';
const cipherWith = (...keys: string[]) => {
  const file = join(folder, `${keys.join('').length}-${keys.length}.key`);
  writeFileSync(file, keys.join('\n'));
  return fieldCipher(file);
};
const place = 'people/phone/wang';

describe('an encrypted field', () => {
  it('opens where it was written', () => {
    const envelope = cipherWith(oldKey).encrypt('13800138000', place);
    expect(envelope).toMatch(/^v1\|[0-9a-f]{8}\|[\w-]{16}\|[\w-]+\|[\w-]{22}$/);
    expect(cipherWith(oldKey).decrypt(envelope, place)).toBe('13800138000');
  });

  it('never looks the same twice', () => {
    const cipher = cipherWith(oldKey);
    expect(cipher.encrypt('13800138000', place)).not.toBe(cipher.encrypt('13800138000', place));
  });

  it('does not open in another document', () => {
    const cipher = cipherWith(oldKey);
    const envelope = cipher.encrypt('13800138000', place);
    expect(() => cipher.decrypt(envelope, 'people/phone/li')).toThrow();
  });

  it('does not open when a bit of it was changed', () => {
    const cipher = cipherWith(oldKey);
    const parts = cipher.encrypt('13800138000', place).split('|');
    const changed = Buffer.from(parts[3] ?? '', 'base64url');
    changed[0] = (changed[0] ?? 0) ^ 1;
    expect(() => cipher.decrypt(parts.with(3, changed.toString('base64url')).join('|'), place)).toThrow();
  });

  it('opens after the key has been changed', () => {
    const envelope = cipherWith(oldKey).encrypt('13800138000', place);
    const rotated = cipherWith(newKey, oldKey);
    expect(rotated.decrypt(envelope, place)).toBe('13800138000');
    expect(() => cipherWith(newKey).decrypt(envelope, place)).toThrow('No key for the envelope v1|');
  });

  it('needs a key of at least 32 characters', () => {
    expect(() => cipherWith('short')).toThrow('must have at least 32 characters');
  });
});

describe('a blind index', () => {
  const key = keyFor('blind index', oldKey);
  it('finds the same number however it was typed', () => {
    expect(blindIndex(key, ' 11010119900101001x')).toBe(blindIndex(key, '１１０１０１１９９００１０１００１X'));
  });
  it('is another one under another key', () => {
    expect(blindIndex(key, '1')).not.toBe(blindIndex(keyFor('blind index', newKey), '1'));
    expect(keyFor('blind index', oldKey)).not.toEqual(keyFor('audit', oldKey));
  });
});
