import { leavingReason, memberChannel, memberClass, memberStanding } from '@jifen/contracts';
import { z } from 'zod';
import { type Kept, keptReader, type VersionedStore } from '../record/versioned.store.ts';

/** The fields that are kept as ciphertext only: envelopes of the field cipher. */
export const sealedFields = ['identityNumber', 'telephone', 'email'] as const;
export type SealedField = (typeof sealedFields)[number];

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
export type Membership = z.infer<typeof membership>;

/** A change of standing as it was recorded; `by` whom, `at` which instant of business time. */
const standing = z.object({
  standing: z.enum([...memberStanding.options, ...leavingReason.options]),
  on: z.string(),
  document: z.string(),
  by: z.string(),
  at: z.number(),
});

const person = z.object({
  name: z.string(),
  nameKey: z.string(),
  signInName: text,
  identityNumber: text,
  telephone: text,
  email: text,
  /** Blind index of the identity number. */
  identityIndex: text,
  /** Keyed digest of everything in clear: tells whether an import changes anything. */
  fingerprint: z.string(),
  membership: membership.exactOptional(),
  /** Oldest first. */
  standings: z.array(standing).exactOptional(),
});

/** A person and, if they have one, their membership. */
export type PersonState = z.infer<typeof person>;
export type KeptPerson = Kept<PersonState>;

/** It is written whole: what a later release has added stays there. */
export const people = keptReader<PersonState>('people', person.loose());

export type PersonStore = VersionedStore<PersonState> & {
  byMemberId(memberId: string): Promise<KeptPerson | undefined>;
  /** In roster order. */
  ofBranch(branchId: string): Promise<KeptPerson[]>;
  byIdentityIndexes(indexes: readonly string[]): Promise<KeptPerson[]>;
};
