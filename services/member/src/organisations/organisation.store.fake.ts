import { fakeVersionedStore } from '../record/versioned.store.fake.ts';
import { type OrganisationStore, organisations } from './organisation.store.ts';

export function fakeOrganisationStore() {
  const kept = fakeVersionedStore(organisations);
  return {
    ...kept,
    byPaths: async (paths) => kept.find(({ value }) => paths.includes(value.path)),
    withPostsOf: async (personIds) => kept.find(({ value }) => value.posts.some(({ personId }) => personIds.includes(personId))),
    branchesOf: async (committeeIds) =>
      kept.find(({ value }) => value.committee !== undefined && committeeIds.includes(value.committee.id)),
    committees: async () =>
      kept.find(({ value }) => value.kind === 'supervising-committee').sort((a, b) => (a.value.path < b.value.path ? -1 : 1)),
  } satisfies OrganisationStore & Record<string, unknown>;
}
