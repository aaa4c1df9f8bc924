import { fakeVersionedStore } from '../record/versioned.store.fake.ts';
import { type PersonStore, people } from './person.store.ts';

export function fakePersonStore() {
  const kept = fakeVersionedStore(people);
  return {
    ...kept,
    byMemberId: async (memberId) => kept.find(({ value }) => value.membership?.memberId === memberId)[0],
    ofBranch: async (branchId) =>
      kept
        .find(({ value }) => value.membership?.branchId === branchId)
        .sort((a, b) => (a.value.membership?.rosterNumber ?? 0) - (b.value.membership?.rosterNumber ?? 0)),
    byIdentityIndexes: async (indexes) =>
      kept.find(({ value }) => value.identityIndex !== undefined && indexes.includes(value.identityIndex)),
  } satisfies PersonStore & Record<string, unknown>;
}
