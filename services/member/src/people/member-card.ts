import type { MemberCard, MembersAnswer } from '@jifen/contracts';
import type { KeptPerson } from './person.store.ts';
import { maskTelephone, openField, type Seals } from './seal-person.ts';

/** `undefined` for people who are no member of a branch here. */
export function memberCardOf({ id, version, value }: KeptPerson): MemberCard | undefined {
  if (!value.membership) return undefined;
  return { ...value.membership, personId: id, name: value.name, nameKey: value.nameKey, version };
}

/** A member as their branch sees them: the telephone masked, the address only as there or not. */
export function memberRowOf(seals: Seals, person: KeptPerson): MembersAnswer['members'] {
  const card = memberCardOf(person);
  const telephone = openField(seals, person, 'telephone');
  return card ? [{ ...card, telephoneMasked: telephone && maskTelephone(telephone), hasEmail: person.value.email !== undefined }] : [];
}
