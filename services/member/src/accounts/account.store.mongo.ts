import type { Connection } from '@jifen/service-kit';
import { mongoVersionedStore } from '../record/versioned.store.mongo.ts';
import { type AccountStore, accounts } from './account.store.ts';

export function mongoAccountStore(connection: Connection) {
  const kept = mongoVersionedStore(connection, accounts, [{ fields: { 'value.signInName': 1 }, options: { unique: true } }]);
  return {
    ...kept,
    bySignInName: async (signInName) => (await kept.find({ 'value.signInName': signInName }))[0],
  } satisfies AccountStore & Record<string, unknown>;
}
