import type { Connection } from '@jifen/service-kit';
import { mongoVersionedStore } from '../record/versioned.store.mongo.ts';
import { type PersonStore, people } from './person.store.ts';

const present = (field: string) => ({ unique: true, partialFilterExpression: { [field]: { $exists: true } } });

export function mongoPersonStore(connection: Connection) {
  const kept = mongoVersionedStore(connection, people, [
    { fields: { 'value.membership.memberId': 1 }, options: present('value.membership.memberId') },
    { fields: { 'value.identityIndex': 1 }, options: present('value.identityIndex') },
    { fields: { 'value.membership.branchId': 1, 'value.membership.rosterNumber': 1 } },
  ]);
  return {
    ...kept,
    byMemberId: async (memberId) => (await kept.find({ 'value.membership.memberId': memberId }))[0],
    ofBranch: (branchId) => kept.find({ 'value.membership.branchId': branchId }, { sort: { 'value.membership.rosterNumber': 1 } }),
    byIdentityIndexes: (indexes) => kept.find({ 'value.identityIndex': { $in: indexes } }),
  } satisfies PersonStore & Record<string, unknown>;
}
