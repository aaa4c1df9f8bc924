import type { BranchMonthView } from '@jifen/contracts';
import { reviewersOf } from '@jifen/domain';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';

/** Who signs the committee's review, by name and the secretary first. */
export function reviewers({ state: { posts }, participants }: BranchMonthRecord): BranchMonthView['reviewers'] {
  const { secretary } = posts;
  const others = reviewersOf(posts).filter((personId) => personId !== secretary);
  return [secretary, ...others].flatMap((personId) => {
    const role = personId === secretary ? 'secretary' : 'committee-member';
    const card = participants.find((one) => one.personId === personId);
    return card ? [{ role, name: card.name, memberId: card.memberId }] : [];
  });
}
