import type { Connection } from '@jifen/service-kit';
import { mongoVersionedStore } from '../record/versioned.store.mongo.ts';
import type { AccountStore } from './account.store.ts';
import { accounts } from './account.stored.ts';

export function mongoAccountStore(connection: Connection) {
  const kept = mongoVersionedStore(connection, accounts, [{ fields: { 'value.signInName': 1 }, options: { unique: true } }]);
  return {
    ...kept,
    bySignInName: async (signInName) => (await kept.find({ 'value.signInName': signInName }))[0],
  } satisfies AccountStore & Record<string, unknown>;
}
