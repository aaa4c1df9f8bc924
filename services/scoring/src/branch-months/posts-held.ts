import type { BranchCard, RoleName } from '@jifen/contracts';
import { membersOf, type Posts, personId, type Role } from '@jifen/domain';
import type { Actors } from '@jifen/domain/proceedings';
import type { BranchMonthRecord, MonthInHand } from './branch-month.store.ts';

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

const nobody: string[] = [];
const unique = (ids: readonly (string | undefined)[]) => [...new Set(ids.filter((id) => id !== undefined))];

export function keepersOf({ state }: BranchMonthRecord): string[] {
  return unique([state.posts.recorder, state.posts.secretary]);
}

export const personOf = ({ participants }: BranchMonthRecord, memberId: string): string[] =>
  unique([participants.find((member) => member.memberId === memberId)?.personId]);

export const onScreen = ({ participants }: BranchMonthRecord): string[] =>
  unique(participants.filter((member) => member.channel === 'screen').map((member) => member.personId));

export const everyone = ({ state }: BranchMonthRecord): string[] => unique(membersOf(state).map((member) => member.personId));

/** Who acts in a step, besides the members. */
export function actorsOf(record: BranchMonthRecord, actors: Actors, superiors: readonly string[]): string[] {
  const { recorder, deputyRecorder, secretary, committee, hasCommittee } = record.state.posts;
  switch (actors) {
    case 'recorder':
      return unique([recorder, deputyRecorder]);
    case 'committee':
      return hasCommittee ? unique(committee) : [secretary];
    case 'meeting':
      return unique([secretary, recorder]);
    case 'branch':
      return keepersOf(record);
    case 'supervising-committee':
      return [...superiors];
    default:
      return nobody;
  }
}

export function holdersOf({ posts }: BranchCard, role: RoleName, at: number): string[] {
  return unique(posts.filter((post) => post.role === role && post.from <= at && at < post.until).map((post) => post.personId));
}
