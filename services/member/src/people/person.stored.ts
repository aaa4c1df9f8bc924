import { leavingReason, memberChannel, memberClass, memberStanding } from '@jifen/contracts';
import { z } from 'zod';
import { keptReader } from '../record/versioned.stored.ts';
import type { PersonState } from './person.store.ts';

const text = z.string().exactOptional();

const membership = z.object({
  memberId: z.string(),
  branchId: z.string(),
  rosterNumber: z.number(),
  groupName: z.string().optional(),
  standing: memberStanding,
  class: memberClass,
  channel: memberChannel,
  active: z.boolean(),
  left: z.object({ because: leavingReason, on: z.string(), by: z.string() }).exactOptional(),
});

const standing = z.object({
  standing: z.enum([...memberStanding.options, ...leavingReason.options]),
  on: z.string(),
  document: z.string(),
  by: z.string(),
  at: z.number(),
});

/** It is written whole: what a later release has added stays there. */
export const people = keptReader<PersonState>(
  'people',
  z.looseObject({
    name: z.string(),
    nameKey: z.string(),
    signInName: text,
    identityNumber: text,
    telephone: text,
    email: text,
    identityIndex: text,
    fingerprint: z.string(),
    membership: membership.exactOptional(),
    standings: z.array(standing).exactOptional(),
  }),
);
