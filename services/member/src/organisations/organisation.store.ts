import type { Organisation, Post, PostChange } from '@jifen/contracts';
import type { Kept, VersionedStore } from '../record/versioned.store.ts';

/** An organisation with the posts held in it: one aggregate, so that a branch's card has one version. */
export type OrganisationState = Omit<Organisation, 'id'> & {
  posts: Post[];
  /** As they were recorded, oldest first. */
  postChanges?: (PostChange & { by: string; at: number })[];
  /** Of a branch: the supervising committee one level above, with those who act for it. */
  committee?: { id: string; name: string; posts: Post[] };
};

export type KeptOrganisation = Kept<OrganisationState>;

export type OrganisationStore = VersionedStore<OrganisationState> & {
  byPaths(paths: readonly string[]): Promise<KeptOrganisation[]>;
  /** Organisations in which one of these people holds a post, ended ones included. */
  withPostsOf(personIds: readonly string[]): Promise<KeptOrganisation[]>;
  branchesOf(committeeIds: readonly string[]): Promise<KeptOrganisation[]>;
  /** In the order of their paths. */
  committees(): Promise<KeptOrganisation[]>;
};
