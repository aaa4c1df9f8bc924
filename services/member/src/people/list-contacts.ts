import type { PersonStore } from './person.store.ts';
import { openField, type Seals } from './seal-person.ts';

export type Contact = { personId: string; name: string; email?: string; telephone?: string };

/** How people are reached; those nobody knows are left out. */
export async function listContacts(
  { people, seals }: { people: PersonStore; seals: Seals },
  personIds: readonly string[],
): Promise<Contact[]> {
  const known = await people.byIds([...new Set(personIds)]);
  return known.map((person) => {
    const email = openField(seals, person, 'email');
    const telephone = openField(seals, person, 'telephone');
    return {
      personId: person.id,
      name: person.value.name,
      ...(email === undefined ? {} : { email }),
      ...(telephone === undefined ? {} : { telephone }),
    };
  });
}
