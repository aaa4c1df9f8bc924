import type { BranchCard } from '@jifen/contracts';
import type { KeptOrganisation } from './organisation.store.ts';

/** `undefined` for organisations that are no branch. */
export function branchCardOf({ id, version, value }: KeptOrganisation): BranchCard | undefined {
  const { path, name, committee, sector, partyDay, objectionsTo, posts } = value;
  if (!committee || !sector || partyDay === undefined || !objectionsTo) return undefined;
  const open = { branchId: id, path, name, sector, partyDay, objectionsTo, version };
  return { ...open, posts: [...posts, ...committee.posts], committeeId: committee.id, committeeName: committee.name };
}
