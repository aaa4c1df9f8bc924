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
    committee: z.object({ id: z.string(), name: z.string(), posts: z.array(post) }).exactOptional(),
  }),
);
