import type { ImportRequest } from '@jifen/contracts';
import { ok, type Result, refuse } from '@jifen/domain';
import type { Write } from '../record/versioned.store.ts';
import type { PersonState, PersonStore } from './person.store.ts';
import { fingerprintOf, type Seals, sealPerson } from './seal-person.ts';

export type PeopleImportRefusal = { code: 'identity-number-taken'; personId: string; by: string };

/** The writes for the people who are new or changed. */
export async function planPeople(
  store: PersonStore,
  seals: Seals,
  people: ImportRequest['people'],
): Promise<Result<Write<PersonState>[], PeopleImportRefusal>> {
  const kept = new Map((await store.byIds(people.map(({ personId }) => personId))).map((person) => [person.id, person]));
  const changed = people.filter((person) => kept.get(person.personId)?.value.fingerprint !== fingerprintOf(seals, person));
  const writes = changed.map((person) => ({
    id: person.personId,
    value: withWhatWasRecorded(sealPerson(seals, person), kept.get(person.personId)?.value),
    replaces: kept.get(person.personId)?.version ?? 0,
    cardDue: person.membership !== undefined,
  }));
  const taken = await takenIdentityNumber(store, writes);
  return taken ? refuse(taken) : ok(writes);
}

/** What was recorded of a member since is not undone by a list that knows nothing of it. */
function withWhatWasRecorded(imported: PersonState, kept: PersonState | undefined): PersonState {
  if (!kept?.standings) return imported;
  const { membership = kept.membership } = imported;
  const recorded = kept.membership && membership && { standing: kept.membership.standing, active: kept.membership.active };
  const left = kept.membership?.left;
  return {
    ...imported,
    standings: kept.standings,
    ...(membership && { membership: { ...membership, ...recorded, ...(left && { left }) } }),
  };
}

async function takenIdentityNumber(store: PersonStore, writes: readonly Write<PersonState>[]): Promise<PeopleImportRefusal | undefined> {
  const indexes = writes.flatMap(({ value }) => value.identityIndex ?? []);
  const owners = new Map((await store.byIdentityIndexes(indexes)).map((person) => [person.value.identityIndex, person.id]));
  for (const { id, value } of writes) {
    if (value.identityIndex === undefined) continue;
    const owner = owners.get(value.identityIndex) ?? id;
    if (owner !== id) return { code: 'identity-number-taken', personId: id, by: owner };
    owners.set(value.identityIndex, id);
  }
  return undefined;
}
