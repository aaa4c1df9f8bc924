import { documentReader } from '@jifen/service-kit';
import { z } from 'zod';
import { keptReader } from '../record/versioned.stored.ts';
import type { AccountState } from './account.store.ts';
import type { AttemptCount } from './attempt.store.ts';

/** It is written whole: what a later release has added stays there. */
export const accounts = keptReader<AccountState>(
  'accounts',
  z.looseObject({ signInName: z.string(), passwordHash: z.string(), issuedAt: z.number(), usedAt: z.number().exactOptional() }),
);

/** Without its id, which says who tried to sign in from where. */
export const attempts = documentReader<AttemptCount>('signInAttempts', z.object({ count: z.number(), endsAt: z.number() }));
