import { describe, expect, it } from '@jest/globals';
import { bson } from './mongo-wire.mjs';

describe('a command in BSON', () => {
  it('is written as the specification shows it', () => {
    expect(bson({ hello: 'world' }).toString('hex')).toBe('160000000268656c6c6f0006000000776f726c640000');
  });

  it('holds numbers, truth values, lists and documents', () => {
    expect(bson({ a: [{ b: true, c: 1 }] }).toString('latin1')).toContain(
      '\x04a\0\x18\0\0\0\x030\0\x10\0\0\0\x08b\0\x01\x10c\0\x01\0\0\0\0',
    );
  });
});
