import type { MembersAnswer } from '@jifen/contracts';
import { memberCardOf } from './member-card.ts';
import type { KeptPerson } from './person.store.ts';
import { maskTelephone, openField, type Seals } from './seal-person.ts';

/** A member as their branch sees them: the telephone masked, the address only as there or not. */
export function memberRowOf(seals: Seals, person: KeptPerson): MembersAnswer['members'] {
  const card = memberCardOf(person);
  if (!card) return [];
  const telephone = openField(seals, person, 'telephone');
  const masked = telephone === undefined ? {} : { telephoneMasked: maskTelephone(telephone) };
  return [{ ...card, ...masked, hasEmail: person.value.email !== undefined }];
}
