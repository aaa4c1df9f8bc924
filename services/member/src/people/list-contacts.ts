import type { PersonStore } from './person.store.ts';
import { openField, type Seals } from './seal-person.ts';

/** How people are reached; those nobody knows are left out. */
export async function listContacts({ people, seals }: { people: PersonStore; seals: Seals }, personIds: readonly string[]) {
  const known = await people.byIds([...new Set(personIds)]);
  return known.map((person) => ({
    personId: person.id,
    name: person.value.name,
    email: openField(seals, person, 'email'),
    telephone: openField(seals, person, 'telephone'),
  }));
}
