import type { Caller, GrantClaim, Post } from '@jifen/contracts';
import type { OrganisationStore } from '../organisations/organisation.store.ts';
import type { KeptPerson, PersonStore } from './person.store.ts';

export type PostsDeps = { organisations: OrganisationStore; people: PersonStore };
export type HeldPost = Post & { organisationName: string };

/** An open term ends with the last instant the house can write. */
const openEnd = 4_102_444_800_000;

/** The posts a person holds at `at`, their own membership first. */
export async function postsOf({ organisations }: PostsDeps, person: KeptPerson, at: number): Promise<HeldPost[]> {
  const { membership } = person.value;
  const branches = membership?.active ? await organisations.byIds([membership.branchId]) : [];
  const own = branches.map(
    ({ value }): HeldPost => ({
      personId: person.id,
      memberId: membership?.memberId,
      role: 'member',
      organisation: value.path,
      organisationName: value.name,
      deputy: false,
      from: 0,
      until: openEnd,
    }),
  );
  const kept = await organisations.withPostsOf([person.id]);
  const held = kept.flatMap(({ value }) =>
    value.posts.filter((post) => post.personId === person.id).map((post) => ({ ...post, organisationName: value.name })),
  );
  return [...own, ...held.filter((post) => post.from <= at && at < post.until)];
}

/** The claims of a token that lets `service` act for a person; `undefined` for nobody known. */
export async function callerOf(
  deps: PostsDeps,
  { personId, service, at }: { personId: string; service: string; at: number },
): Promise<Caller | undefined> {
  const [person] = await deps.people.byIds([personId]);
  if (!person) return undefined;
  const posts = await postsOf(deps, person, at);
  const grants = posts.map(({ role, organisation, until }): GrantClaim => ({ role, organisation, until }));
  return { service, personId, memberId: person.value.membership?.memberId, grants };
}
