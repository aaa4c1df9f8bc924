import { createHash } from 'node:crypto';
import type { MemberCard } from '@jifen/contracts';

/** Decisions name the roster they were made for. */
export function rosterHashOf(members: readonly MemberCard[]): string {
  const rows = members.map(({ memberId, standing }) => `${memberId} ${standing}`).sort();
  return createHash('sha256').update(rows.join('\n')).digest('hex');
}
