import { z } from 'zod';
import { type Kept, keptReader, type VersionedStore } from '../record/versioned.store.ts';

/** An account per person, kept under the person's id. `usedAt`: first successful sign-in, in real time. */
export type AccountState = { signInName: string; passwordHash: string; issuedAt: number; usedAt?: number };

export type AccountStore = VersionedStore<AccountState> & {
  bySignInName(signInName: string): Promise<Kept<AccountState> | undefined>;
};

/** It is written whole: what a later release has added stays there. */
export const accounts = keptReader<AccountState>(
  'accounts',
  z.looseObject({ signInName: z.string(), passwordHash: z.string(), issuedAt: z.number(), usedAt: z.number().exactOptional() }),
);
