import { z } from 'zod';
import { id, instant, organisationPath } from './primitives.ts';

export const role = z.enum([
  'member',
  'recorder',
  'committee-member',
  'secretary',
  'supervising-committee',
  'county-organisation-department',
  'township-clerk',
  'system-administrator',
  'security-administrator',
  'audit-administrator',
]);
export type RoleName = z.infer<typeof role>;

export const grant = z.strictObject({ role, organisation: organisationPath, until: instant });
export type GrantClaim = z.infer<typeof grant>;

/** Who is calling: the claims of a caller token. A token without `personId` speaks for the service itself. */
export const caller = z.object({
  service: id,
  personId: id.optional(),
  memberId: id.optional(),
  grants: z.array(grant),
});
export type Caller = z.infer<typeof caller>;

export const tokenRequest = z.strictObject({ personId: id.optional() });
export const tokenAnswer = z.strictObject({ token: z.string(), expiresAt: instant });

export const signInRequest = z.strictObject({
  signInName: z.string().min(1).max(64),
  password: z.string().min(1).max(128),
  address: z.string().max(64),
});
export const signInAnswer = z.strictObject({ personId: id });
