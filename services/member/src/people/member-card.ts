import type { MemberCard } from '@jifen/contracts';
import type { KeptPerson } from './person.store.ts';

/** `undefined` for people who are no member of a branch here. */
export function memberCardOf({ id, version, value }: KeptPerson): MemberCard | undefined {
  if (!value.membership) return undefined;
  return { ...value.membership, personId: id, name: value.name, nameKey: value.nameKey, version };
}
