import type { ImportRequest } from '@jifen/contracts';
import { ok, type Result, refuse } from '@jifen/domain';
import type { OrganisationStore } from '../organisations/organisation.store.ts';
import { decideAgainOnConflict } from '../record/versioned.store.ts';
import { type OrganisationImportRefusal, planOrganisations } from './import-organisations.ts';
import { type PeopleImportRefusal, planPeople } from './import-people.ts';
import type { PersonStore } from './person.store.ts';
import type { Seals } from './seal-person.ts';

export type ImportRefusal =
  | OrganisationImportRefusal
  | PeopleImportRefusal
  | { code: 'unknown-branch'; branchId: string }
  | { code: 'unknown-person'; personId: string };

export type ImportDeps = { organisations: OrganisationStore; people: PersonStore; seals: Seals; deliverCards: () => Promise<void> };
export type ImportCounts = { organisations: number; people: number; posts: number };

/** Brings organisations, people and posts to what is said; everything is checked before anything is written. */
export async function importCounty(deps: ImportDeps, request: ImportRequest): Promise<Result<ImportCounts, ImportRefusal>> {
  const done = await decideAgainOnConflict(() => importOnce(deps, request));
  if (done.ok) await deps.deliverCards();
  return done;
}

async function importOnce(deps: ImportDeps, request: ImportRequest): Promise<Result<ImportCounts, ImportRefusal>> {
  const organisations = await planOrganisations(deps.organisations, request);
  if (!organisations.ok) return organisations;
  const people = await planPeople(deps.people, deps.seals, request.people);
  if (!people.ok) return people;
  const branchId = await firstUnknown(deps.organisations, {
    named: request.people.flatMap(({ membership }) => membership?.branchId ?? []),
    imported: request.organisations.map(({ id }) => id),
  });
  if (branchId !== undefined) return refuse({ code: 'unknown-branch', branchId });
  const personId = await firstUnknown(deps.people, {
    named: request.posts.map((post) => post.personId),
    imported: request.people.map((person) => person.personId),
  });
  if (personId !== undefined) return refuse({ code: 'unknown-person', personId });
  await deps.organisations.write(organisations.value);
  await deps.people.write(people.value);
  return ok({ organisations: organisations.value.length, people: people.value.length, posts: request.posts.length });
}

type Ids = { named: readonly string[]; imported: readonly string[] };

/** The first that is named, and neither imported nor kept. */
async function firstUnknown(store: Pick<PersonStore | OrganisationStore, 'byIds'>, { named, imported }: Ids): Promise<string | undefined> {
  const unknown = new Set(named.filter((id) => !imported.includes(id)));
  for (const { id } of await store.byIds([...unknown])) unknown.delete(id);
  return [...unknown][0];
}
