export type Votes = { readonly inFavour: number; readonly against: number; readonly abstained: number };
/** 有表决权, and of those the 实到, and how they voted. */
export type CountedVotes = Votes & { readonly voters: number; readonly present: number };

/** Regulation 2-2 step 6: at least half of those with a vote are present (26 with a vote: 13). */
export function quorum(votersPresent: number, voters: number): boolean {
  return voters > 0 && votersPresent * 2 >= voters;
}

/** Regulation 2-2 step 6: more than half of those with a vote who are due to attend are in favour (26: 14, not 13). */
export function majority(inFavour: number, votersDueToAttend: number): boolean {
  return inFavour * 2 > votersDueToAttend;
}

/** full 正式党员 · probationary 预备党员 · on-probation-within-party 留党察看: a full member without a vote. */
export type Standing = 'full' | 'probationary' | 'on-probation-within-party';

/** Regulation 2-2 step 6: probationary members and those under 留党察看 have no vote. */
export function hasVote(standing: Standing): boolean {
  return standing === 'full';
}

const fullMembersForCommittee = 7;

/** Regulation 2-2 step 5: a committee reviews where one is elected and the branch has seven full members; elsewhere the secretary does. */
export function hasCommittee(members: readonly Standing[], elected: number): boolean {
  return elected > 0 && members.filter((standing) => standing !== 'probationary').length >= fullMembersForCommittee;
}

/** Regulation 2-2 steps 5–6: how many must be present, and how many in favour. */
export function votesNeeded(voters: number): { readonly present: number; readonly inFavour: number } {
  return { present: Math.ceil(voters / 2), inFavour: Math.floor(voters / 2) + 1 };
}
