import { type Organisation, organisationKind, type Post, type PostChange, role, sector } from '@jifen/contracts';
import { z } from 'zod';
import { type Kept, keptReader, type VersionedStore } from '../record/versioned.store.ts';

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

const post = z.object({
  personId: z.string(),
  memberId: z.string().optional(),
  role,
  organisation: z.string(),
  deputy: z.boolean(),
  from: z.number(),
  until: z.number(),
});

const postChange = z.object({
  role: z.enum(['secretary', 'recorder', 'committee-member']),
  deputy: z.boolean(),
  memberId: z.string(),
  replaces: z.string().exactOptional(),
  from: z.string(),
  until: z.string(),
  document: z.string(),
  by: z.string(),
  at: z.number(),
});

/** It is written whole: what a later release has added stays there. */
export const organisations = keptReader<OrganisationState>(
  'organisations',
  z.looseObject({
    kind: organisationKind,
    path: z.string(),
    name: z.string(),
    sector: sector.optional(),
    partyDay: z.number().optional(),
    objectionsTo: z.object({ name: z.string(), telephone: z.string() }).optional(),
    posts: z.array(post),
    postChanges: z.array(postChange).exactOptional(),
    committee: z.object({ id: z.string(), name: z.string(), posts: z.array(post) }).exactOptional(),
  }),
);
