import type { ImportRequest, LeavingShape, StandingChange } from '@jifen/contracts';
import type { Kept, VersionedStore } from '../record/versioned.store.ts';

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
