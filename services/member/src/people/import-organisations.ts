import { isDeepStrictEqual } from 'node:util';
import type { ImportRequest, Post } from '@jifen/contracts';
import { administrators, mayHoldTogether, ok, type Result, type Role, refuse } from '@jifen/domain';
import { parentPath, withAncestors } from '../access/organisation-paths.ts';
import type { KeptOrganisation, OrganisationState, OrganisationStore } from '../organisations/organisation.store.ts';
import type { Write } from '../record/versioned.store.ts';

type ImportedOrganisation = ImportRequest['organisations'][number];

export type OrganisationImportRefusal =
  | { code: 'unknown-organisation'; path: string }
  | { code: 'incomplete-branch'; branchId: string }
  /** `path` of the post in the request; `held` is what the person holds during it. */
  | { code: 'separate-administrators'; path: string; personId: string; held: Role };

type Next = { id: string; state: OrganisationState; kept?: KeptOrganisation };

const keyOf = ({ personId, role }: Post) => `${personId}/${role}`;

/** The writes that bring organisations and their posts to what the import says; none for what is so already. */
export async function planOrganisations(
  store: OrganisationStore,
  { organisations, posts }: ImportRequest,
): Promise<Result<Write<OrganisationState>[], OrganisationImportRefusal>> {
  const next = await loadConcerned(store, organisations, posts);
  for (const organisation of organisations) merge(next, organisation);
  for (const post of posts) {
    const entry = next.get(post.organisation);
    if (!entry) return refuse({ code: 'unknown-organisation', path: post.organisation });
    entry.state = { ...entry.state, posts: withPost(entry.state.posts, post) };
  }
  const unfit = (await postsOfOnePerson(store, next, posts)) ?? nameCommittees(next);
  return unfit ? refuse(unfit) : ok([...next.values()].filter(isChanged).map(toWrite));
}

async function loadConcerned(store: OrganisationStore, organisations: readonly ImportedOrganisation[], posts: readonly Post[]) {
  const paths = [...organisations.map(({ path }) => path), ...posts.map((post) => post.organisation)];
  const kept = await store.byPaths([...new Set(paths.flatMap(withAncestors))]);
  const all = [...organisations, ...kept.map(({ id, value }) => ({ ...value, id }))];
  const committees = new Set(all.filter(({ kind }) => kind === 'supervising-committee').map(({ id }) => id));
  const branches = await store.branchesOf([...committees]);
  return new Map([...kept, ...branches].map((one): [string, Next] => [one.value.path, { id: one.id, state: one.value, kept: one }]));
}

function merge(next: Map<string, Next>, { id, ...organisation }: ImportedOrganisation): void {
  const known = next.get(organisation.path);
  const { posts = [], postChanges } = known?.state ?? {};
  const recorded = postChanges ? { posts, postChanges } : { posts };
  next.set(organisation.path, { id, state: { ...organisation, ...recorded }, ...(known?.kept ? { kept: known.kept } : {}) });
}

function withPost(posts: readonly Post[], post: Post): Post[] {
  const isKnown = posts.some((held) => keyOf(held) === keyOf(post));
  return isKnown ? posts.map((held) => (keyOf(held) === keyOf(post) ? post : held)) : [...posts, post];
}

/** Whoever is given an administrator's post holds no other of the three during it: by this import or by what is kept elsewhere. */
async function postsOfOnePerson(
  store: OrganisationStore,
  next: ReadonlyMap<string, Next>,
  posts: readonly Post[],
): Promise<OrganisationImportRefusal | undefined> {
  const given = [...posts.entries()].filter(([, { role }]) => administrators.includes(role));
  if (given.length === 0) return undefined;
  const kept = await store.withPostsOf([...new Set(given.map(([, { personId }]) => personId))]);
  const elsewhere = kept.filter(({ value }) => !next.has(value.path)).map(({ value }) => value);
  const held = [...[...next.values()].map(({ state }) => state), ...elsewhere].flatMap((organisation) => organisation.posts);
  for (const [index, post] of given) {
    const { personId } = post;
    const own = held.filter((one) => one.personId === personId);
    const together = mayHoldTogether(own, post);
    if (!together.ok) return { ...together.refusal, path: `body.posts.${index}`, personId };
  }
  return undefined;
}

/** A branch carries its committee's name and posts, so that its card is complete in one document. */
function nameCommittees(next: Map<string, Next>): OrganisationImportRefusal | undefined {
  for (const entry of next.values()) {
    const above = parentPath(entry.state.path);
    const parent = above === undefined ? undefined : next.get(above);
    if (above !== undefined && !parent) return { code: 'unknown-organisation', path: above };
    if (entry.state.kind !== 'branch') continue;
    const { sector, partyDay, objectionsTo } = entry.state;
    if (!parent || !sector || partyDay === undefined || !objectionsTo) return { code: 'incomplete-branch', branchId: entry.id };
    entry.state = { ...entry.state, committee: { id: parent.id, name: parent.state.name, posts: parent.state.posts } };
  }
  return undefined;
}

function isChanged({ state, kept }: Next): boolean {
  return !kept || !isDeepStrictEqual(state, kept.value);
}

function toWrite({ id, state, kept }: Next): Write<OrganisationState> {
  return { id, value: state, replaces: kept?.version ?? 0, cardDue: state.kind === 'branch' };
}
