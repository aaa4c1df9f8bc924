import type { Connection } from '@jifen/service-kit';
import { mongoVersionedStore } from '../record/versioned.store.mongo.ts';
import { type OrganisationStore, organisations } from './organisation.store.ts';

export function mongoOrganisationStore(connection: Connection) {
  const kept = mongoVersionedStore(connection, organisations, [
    { fields: { 'value.path': 1 }, options: { unique: true } },
    { fields: { 'value.posts.personId': 1 } },
    { fields: { 'value.committee.id': 1 } },
    { fields: { 'value.kind': 1, 'value.path': 1 } },
  ]);
  return {
    ...kept,
    byPaths: (paths) => kept.find({ 'value.path': { $in: paths } }),
    withPostsOf: (personIds) => kept.find({ 'value.posts.personId': { $in: personIds } }, { by: { 'value.posts.personId': 1 } }),
    branchesOf: (committeeIds) => kept.find({ 'value.committee.id': { $in: committeeIds } }),
    committees: () => kept.find({ 'value.kind': 'supervising-committee' }, { sort: { 'value.path': 1 } }),
  } satisfies OrganisationStore & Record<string, unknown>;
}
