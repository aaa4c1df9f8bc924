import { randomInt } from 'node:crypto';
import { type Algorithm, hash, verify } from '@node-rs/argon2';

/** OWASP's parameters for Argon2id: 19 MiB, two passes, one lane. */
const parameters = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export type Passwords = {
  hash(password: string): Promise<string>;
  verify(hash: string, password: string): Promise<boolean>;
  generate(): string;
};

/** Letters and digits that nobody confuses when they are read out or copied from paper. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const block = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');

export const argon2Passwords: Passwords = {
  hash: (password) => hash(password, parameters),
  verify: (kept, password) => verify(kept, password),
  generate: () => [block(), block(), block()].join('-'),
};
