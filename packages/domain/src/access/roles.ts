import type { Instant } from '../calendar/local-date.ts';
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

export const administrators: readonly Role[] = ['system-administrator', 'security-administrator', 'audit-administrator'];

/** `until` is exclusive. */
export type HeldRole = { readonly role: Role; readonly from: Instant; readonly until: Instant };

const overlap = (one: HeldRole, other: HeldRole) => Math.max(one.from, other.from) < Math.min(one.until, other.until);

/** The three administrators watch each other, so one person holds at most one of these posts at a time. */
export function mayHoldTogether(
  held: readonly HeldRole[],
  added: HeldRole,
): Result<HeldRole, { readonly code: 'separate-administrators'; readonly held: Role }> {
  if (!administrators.includes(added.role)) return ok(added);
  const other = held.find((one) => administrators.includes(one.role) && one.role !== added.role && overlap(one, added));
  return other ? refuse({ code: 'separate-administrators', held: other.role }) : ok(added);
}
