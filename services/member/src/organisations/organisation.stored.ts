import { organisationKind, role, sector } from '@jifen/contracts';
import { z } from 'zod';
import { keptReader } from '../record/versioned.stored.ts';
import type { OrganisationState } from './organisation.store.ts';

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
