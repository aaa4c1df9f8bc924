import { leavingReason, memberStanding, type StandingChange } from '@jifen/contracts';
import { localDateOf, ok, type Result, refuse } from '@jifen/domain';
import type { PendingEvent } from '@jifen/service-kit';
import type { OrganisationStore } from '../organisations/organisation.store.ts';
import { decideAgainOnConflict } from '../record/versioned.store.ts';
import type { KeptPerson, Membership, PersonState, PersonStore } from './person.store.ts';

export type StandingRefusal =
  | { code: 'unknown-member'; memberId: string }
  | { code: 'member-has-left'; memberId: string }
  | { code: 'standing-in-the-future'; on: string; today: string };

type Deps = { people: PersonStore; organisations: OrganisationStore };
/** `now` is business time. */
type Input = { memberId: string; change: StandingChange; by: string; now: number; audit: PendingEvent };

/** Records what became of a member, with its document; who has left holds no post any more. The same once more changes nothing. */
export function changeStanding(deps: Deps, { memberId, change, by, now, audit }: Input): Promise<Result<PersonState, StandingRefusal>> {
  return decideAgainOnConflict(async () => {
    const person = await deps.people.byMemberId(memberId);
    const membership = person?.value.membership;
    if (!person || !membership) return refuse({ code: 'unknown-member', memberId });
    const { standings = [] } = person.value;
    if (isRepeated(standings.at(-1), change)) return ok(person.value);
    if (membership.left) return refuse({ code: 'member-has-left', memberId });
    const today = localDateOf(now);
    if (change.on > today) return refuse({ code: 'standing-in-the-future', on: change.on, today });
    const changed = membershipAfter(membership, change, by);
    if (changed.left) await endPosts(deps, person, now);
    const value = { ...person.value, membership: changed, standings: [...standings, { ...change, by, at: now }] };
    await deps.people.write([{ id: person.id, value, replaces: person.version, events: [audit], cardDue: true }]);
    return ok(value);
  });
}

const isRepeated = (last: StandingChange | undefined, { standing, on, document }: StandingChange): boolean =>
  last?.standing === standing && last.on === on && last.document === document;

function membershipAfter(membership: Membership, { standing, on }: StandingChange, by: string): Membership {
  const because = leavingReason.safeParse(standing);
  if (because.success) return { ...membership, active: false, left: { because: because.data, on, by } };
  return { ...membership, standing: memberStanding.parse(standing) };
}

/** Before the leaving itself: whoever records it again finds them ended. */
async function endPosts({ organisations }: Deps, { id }: KeptPerson, now: number): Promise<void> {
  for (const { id: organisationId, version, value } of await organisations.withPostsOf([id])) {
    const posts = value.posts.map((post) => (post.personId === id && post.until > now ? { ...post, until: now } : post));
    const isChanged = posts.some((post, index) => post !== value.posts[index]);
    if (!isChanged) continue;
    await organisations.write([{ id: organisationId, value: { ...value, posts }, replaces: version, cardDue: value.kind === 'branch' }]);
  }
}
