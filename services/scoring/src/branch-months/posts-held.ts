import type { BranchCard } from '@jifen/contracts';
import { type Posts, personId, type Role } from '@jifen/domain';
import type { MonthInHand } from './branch-month.store.ts';

/** The month with its posts as they are held at an instant: who acts is whoever holds the post on the day. A closed month keeps its own. */
export function withPostsHeld<Month extends Pick<MonthInHand, 'stage' | 'state'>>(
  month: Month,
  card: BranchCard | undefined,
  at: number,
): Month {
  if (!card || month.stage === 'closed') return month;
  return { ...month, state: { ...month.state, posts: postsHeld(month.state.posts, card, at) } };
}

/** A post that nobody holds stays with whoever had it; a deputy is not a must. */
function postsHeld({ deputyRecorder: _before, ...before }: Posts, { posts }: BranchCard, at: number): Posts {
  const held = posts.filter(({ from, until }) => from <= at && at < until);
  const holders = (role: Role, isDeputy = false) =>
    held.filter((post) => post.role === role && post.deputy === isDeputy).map((post) => personId(post.personId));
  const [secretary = before.secretary] = holders('secretary');
  const [recorder = before.recorder] = holders('recorder');
  const [deputyRecorder] = holders('recorder', true);
  const committee = holders('committee-member');
  return {
    ...before,
    secretary,
    recorder,
    committee: committee.length > 0 ? committee : before.committee,
    ...(deputyRecorder && { deputyRecorder }),
  };
}
