import { organisationKind, role, sector } from '@jifen/contracts';
import { z } from 'zod';
import { type Kept, keptReader, type VersionedStore } from '../record/versioned.store.ts';

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
  replaces: z.string().optional(),
  from: z.string(),
  until: z.string(),
  document: z.string(),
  by: z.string(),
  at: z.number(),
});

const organisation = z.object({
  kind: organisationKind,
  path: z.string(),
  name: z.string(),
  sector: sector.optional(),
  partyDay: z.number().optional(),
  objectionsTo: z.object({ name: z.string(), telephone: z.string() }).optional(),
  posts: z.array(post),
  /** As they were recorded, oldest first. */
  postChanges: z.array(postChange).exactOptional(),
  /** Of a branch: the supervising committee one level above, with those who act for it. */
  committee: z.object({ id: z.string(), name: z.string(), posts: z.array(post) }).exactOptional(),
});

/** An organisation with the posts held in it: one aggregate, so that a branch's card has one version. */
export type OrganisationState = z.infer<typeof organisation>;
export type KeptOrganisation = Kept<OrganisationState>;

/** It is written whole: what a later release has added stays there. */
export const organisations = keptReader<OrganisationState>('organisations', organisation.loose());

export type OrganisationStore = VersionedStore<OrganisationState> & {
  byPaths(paths: readonly string[]): Promise<KeptOrganisation[]>;
  /** Organisations in which one of these people holds a post, ended ones included. */
  withPostsOf(personIds: readonly string[]): Promise<KeptOrganisation[]>;
  branchesOf(committeeIds: readonly string[]): Promise<KeptOrganisation[]>;
  /** In the order of their paths. */
  committees(): Promise<KeptOrganisation[]>;
};
