import { isDeepStrictEqual } from 'node:util';
import type { Post, PostChange } from '@jifen/contracts';
import { endOfDay, type LocalDate, mayHoldTogether, ok, type Result, type Role, refuse, startOfDay } from '@jifen/domain';
import type { PendingEvent } from '@jifen/service-kit';
import type { KeptOrganisation, OrganisationState, OrganisationStore } from '../organisations/organisation.store.ts';
import { decideAgainOnConflict } from '../record/versioned.store.ts';
import type { PersonStore } from './person.store.ts';

export type PostRefusal =
  | { code: 'unknown-branch'; branchId: string }
  | { code: 'unknown-member'; memberId: string }
  | { code: 'post-ends-before-it-begins' }
  | { code: 'separate-administrators'; held: Role };

type Deps = { people: PersonStore; organisations: OrganisationStore };
/** `now` is business time. */
type Input = { branchId: string; change: PostChange; by: string; now: number; audit: PendingEvent };

/** 换任: a post of a branch passes to another member, by a document; the one before ends with it. The same once more changes nothing. */
export function changePostHolder(deps: Deps, { branchId, change, by, now, audit }: Input): Promise<Result<KeptOrganisation, PostRefusal>> {
  return decideAgainOnConflict(async () => {
    const [branch] = await deps.organisations.byIds([branchId]);
    if (branch?.value.kind !== 'branch') return refuse({ code: 'unknown-branch', branchId });
    const { postChanges = [] } = branch.value;
    if (isRepeated(postChanges.at(-1), change)) return ok(branch);
    const person = await deps.people.byMemberId(change.memberId);
    const { membership } = person?.value ?? {};
    if (!person || membership?.branchId !== branchId || !membership.active)
      return refuse({ code: 'unknown-member', memberId: change.memberId });
    const post = postOf(change, { personId: person.id, organisation: branch.value.path });
    if (post.until <= post.from) return refuse({ code: 'post-ends-before-it-begins' });
    const held = (await deps.organisations.withPostsOf([person.id])).flatMap(({ value }) => value.posts);
    const together = mayHoldTogether(
      held.filter(({ personId }) => personId === person.id),
      post,
    );
    if (!together.ok) return together;
    const value = {
      ...branch.value,
      posts: postsAfter(branch.value, post, change),
      postChanges: [...postChanges, { ...change, by, at: now }],
    };
    await deps.organisations.write([{ id: branchId, value, replaces: branch.version, events: [audit], cardDue: true }]);
    return ok({ ...branch, value, version: branch.version + 1 });
  });
}

function isRepeated(last: (PostChange & { by: string; at: number }) | undefined, change: PostChange): boolean {
  if (!last) return false;
  const { by: _by, at: _at, ...recorded } = last;
  return isDeepStrictEqual(recorded, change);
}

const postOf = ({ role, deputy, memberId, from, until }: PostChange, of: Pick<Post, 'personId' | 'organisation'>): Post => ({
  ...of,
  memberId,
  role,
  deputy,
  from: startOfDay(from as LocalDate),
  until: endOfDay(until as LocalDate),
});

/** A secretary, a recorder and a deputy are one each; of the committee the one who is named makes room. */
function postsAfter({ posts }: OrganisationState, added: Post, { replaces }: PostChange): Post[] {
  const isSame = (post: Post) => post.role === added.role && post.deputy === added.deputy;
  const makesRoom = (post: Post) =>
    isSame(post) && (added.role !== 'committee-member' || post.memberId === replaces || post.personId === added.personId);
  const before = posts.map((post) => (makesRoom(post) && post.until > added.from ? { ...post, until: added.from } : post));
  return [...before.filter((post) => post.until > post.from), added];
}
