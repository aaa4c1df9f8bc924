import { fakeVersionedStore } from '../record/versioned.store.fake.ts';
import { type AccountStore, accounts } from './account.store.ts';

export function fakeAccountStore() {
  const kept = fakeVersionedStore(accounts);
  return {
    ...kept,
    bySignInName: async (signInName) => kept.find(({ value }) => value.signInName === signInName)[0],
  } satisfies AccountStore & Record<string, unknown>;
}
