import type { BranchCard, MemberCard } from '@jifen/contracts';
import type { KeptOrganisation } from '../organisations/organisation.store.ts';
import type { KeptPerson } from '../people/person.store.ts';

/** `undefined` for organisations that are no branch. */
export function branchCardOf({ id, version, value }: KeptOrganisation): BranchCard | undefined {
  const { path, name, committee, sector, partyDay, objectionsTo, posts } = value;
  if (!committee || !sector || partyDay === undefined || !objectionsTo) return undefined;
  const open = { branchId: id, path, name, sector, partyDay, objectionsTo, version };
  return { ...open, posts: [...posts, ...committee.posts], committeeId: committee.id, committeeName: committee.name };
}

/** `undefined` for people who are no member of a branch here. */
export function memberCardOf({ id, version, value }: KeptPerson): MemberCard | undefined {
  if (!value.membership) return undefined;
  return { ...value.membership, personId: id, name: value.name, nameKey: value.nameKey, version };
}
