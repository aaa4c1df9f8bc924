import type { BranchCard, MemberCard, PledgePlan } from '@jifen/contracts';
import {
  type BranchMonthInput,
  hasCommittee,
  hasVote,
  memberId,
  ok,
  type Pledge,
  type Posts,
  personId,
  type Result,
  refuse,
} from '@jifen/domain';
import { holdersOf } from '../branch-months/posts-held.ts';

export type VacantPost = { code: 'post-vacant'; role: 'secretary' | 'recorder' };

/** Who holds which post when the month is opened. */
export function postsOf(card: BranchCard, members: readonly MemberCard[], at: number): Result<Posts, VacantPost> {
  const holder = (role: 'secretary' | 'recorder', deputy: boolean) =>
    card.posts.find((post) => post.role === role && post.deputy === deputy && post.from <= at && at < post.until)?.personId;
  const secretary = holder('secretary', false);
  const recorder = holder('recorder', false);
  const deputy = holder('recorder', true);
  if (!secretary) return refuse({ code: 'post-vacant', role: 'secretary' });
  if (!recorder) return refuse({ code: 'post-vacant', role: 'recorder' });
  const committee = holdersOf(card, 'committee-member', at);
  const people = { secretary: personId(secretary), recorder: personId(recorder), committee: committee.map((id) => personId(id)) };
  const reviews = hasCommittee(
    members.map(({ standing }) => standing),
    committee.length,
  );
  return ok({ hasCommittee: reviews, ...people, ...(deputy ? { deputyRecorder: personId(deputy) } : {}) });
}

/** Pledges without their text: the regulation counts, it does not read. */
export function participantsOf(members: readonly MemberCard[], pledges: readonly PledgePlan[]): BranchMonthInput['participants'] {
  return members.map((member) => ({
    memberId: memberId(member.memberId),
    personId: personId(member.personId),
    voting: hasVote(member.standing),
    pledgesDue: pledges.filter((pledge) => pledge.memberId === member.memberId).map(pledgeOf),
  }));
}

function pledgeOf({ id, memberId: owner, kind, dueMonths, weight }: PledgePlan): Pledge {
  return { id, memberId: memberId(owner), kind, dueMonths, weight };
}
