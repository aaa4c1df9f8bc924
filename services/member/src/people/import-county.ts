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
  const unknown = (await unknownBranch(deps, request)) ?? (await unknownPerson(deps, request));
  if (unknown) return refuse(unknown);
  await deps.organisations.write(organisations.value);
  await deps.people.write(people.value);
  return ok({ organisations: organisations.value.length, people: people.value.length, posts: request.posts.length });
}

async function unknownBranch({ organisations }: ImportDeps, request: ImportRequest): Promise<ImportRefusal | undefined> {
  const named = new Set(request.people.flatMap(({ membership }) => membership?.branchId ?? []));
  for (const { id } of request.organisations) named.delete(id);
  for (const { id } of await organisations.byIds([...named])) named.delete(id);
  const [branchId] = named;
  return branchId === undefined ? undefined : { code: 'unknown-branch', branchId };
}

async function unknownPerson({ people }: ImportDeps, request: ImportRequest): Promise<ImportRefusal | undefined> {
  const named = new Set(request.posts.map(({ personId }) => personId));
  for (const { personId } of request.people) named.delete(personId);
  for (const { id } of await people.byIds([...named])) named.delete(id);
  const [personId] = named;
  return personId === undefined ? undefined : { code: 'unknown-person', personId };
}
