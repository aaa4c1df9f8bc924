import { ok, type Result, refuse } from '../result.ts';

export const roles = [
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
] as const;
export type Role = (typeof roles)[number];

const administrators: readonly Role[] = ['system-administrator', 'security-administrator', 'audit-administrator'];

/** Regulation 3: the three administrators watch each other, so one person holds at most one of these posts. */
export function mayHoldTogether(
  held: readonly Role[],
  added: Role,
): Result<Role, { readonly code: 'separate-administrators'; readonly held: Role }> {
  const other = held.find((role) => administrators.includes(role) && role !== added);
  return other && administrators.includes(added) ? refuse({ code: 'separate-administrators', held: other }) : ok(added);
}
