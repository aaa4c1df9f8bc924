export type MemberId = string & { readonly __brand: 'MemberId' };
export type PersonId = string & { readonly __brand: 'PersonId' };
export type BranchId = string & { readonly __brand: 'BranchId' };
export type ActId = string & { readonly __brand: 'ActId' };
export type ObjectionId = string & { readonly __brand: 'ObjectionId' };

function idOf<Id extends string>(text: string): Id {
  if (text === '') throw new RangeError('an id is not empty');
  return text as Id;
}

/** Regulation 2-2: the member who is scored. */
export const memberId = (text: string): MemberId => idOf<MemberId>(text);
/** Regulation 2-2: the person who acts; one person may be a member and hold several posts. */
export const personId = (text: string): PersonId => idOf<PersonId>(text);
/** Regulation 2-2: the branch whose month it is. */
export const branchId = (text: string): BranchId => idOf<BranchId>(text);
/** Regulation 2-2: one decision, recorded once. */
export const actId = (text: string): ActId => idOf<ActId>(text);
/** Regulation 2-2 step 7: one objection during publicity. */
export const objectionId = (text: string): ObjectionId => idOf<ObjectionId>(text);
