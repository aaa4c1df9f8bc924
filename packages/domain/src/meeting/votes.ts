/** Regulation 2-2 step 6: at least half of those with a vote are present (26 with a vote: 13). */
export function quorum(votersPresent: number, voters: number): boolean {
  return voters > 0 && votersPresent * 2 >= voters;
}

/** Regulation 2-2 step 6: more than half of those with a vote who are due to attend are in favour (26: 14, not 13). */
export function majority(inFavour: number, votersDueToAttend: number): boolean {
  return inFavour * 2 > votersDueToAttend;
}

/** Regulation 2-2 step 6: probationary members and those under 留党察看 have no vote. */
export function hasVote(member: { readonly standing: 'full' | 'probationary'; readonly underProbationInParty: boolean }): boolean {
  return member.standing === 'full' && !member.underProbationInParty;
}

/** Regulation 2-2 steps 5–6: how many must be present, and how many in favour. */
export function votesNeeded(voters: number): { readonly present: number; readonly inFavour: number } {
  return { present: Math.ceil(voters / 2), inFavour: Math.floor(voters / 2) + 1 };
}
