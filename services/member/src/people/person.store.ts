import {
  type ImportRequest,
  type LeavingShape,
  leavingReason,
  memberChannel,
  memberClass,
  memberStanding,
  type StandingChange,
} from '@jifen/contracts';
import { z } from 'zod';
import { type Kept, keptReader, type VersionedStore } from '../record/versioned.store.ts';

type ImportedPerson = ImportRequest['people'][number];
export type Membership = NonNullable<ImportedPerson['membership']> & { left?: LeavingShape };

/** A change of standing as it was recorded; `by` whom, `at` which instant of business time. */
export type RecordedStanding = StandingChange & { by: string; at: number };

/** The fields that are kept as ciphertext only. */
export const sealedFields = ['identityNumber', 'telephone', 'email'] as const;
export type SealedField = (typeof sealedFields)[number];

/** A person and, if they have one, their membership. Sealed fields are envelopes of the field cipher. */
export type PersonState = {
  name: string;
  nameKey: string;
  signInName?: string;
  identityNumber?: string;
  telephone?: string;
  email?: string;
  /** Blind index of the identity number. */
  identityIndex?: string;
  /** Keyed digest of everything in clear: tells whether an import changes anything. */
  fingerprint: string;
  membership?: Membership;
  /** Oldest first. */
  standings?: RecordedStanding[];
};

export type KeptPerson = Kept<PersonState>;

export type PersonStore = VersionedStore<PersonState> & {
  byMemberId(memberId: string): Promise<KeptPerson | undefined>;
  /** In roster order. */
  ofBranch(branchId: string): Promise<KeptPerson[]>;
  byIdentityIndexes(indexes: readonly string[]): Promise<KeptPerson[]>;
};

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
