export type MemberId = string & { readonly __brand: 'MemberId' };
export type PersonId = string & { readonly __brand: 'PersonId' };
export type BranchId = string & { readonly __brand: 'BranchId' };
export type ActId = string & { readonly __brand: 'ActId' };
export type ObjectionId = string & { readonly __brand: 'ObjectionId' };

function idOf<Id extends string>(text: string): Id {
  if (text === '') throw new RangeError('an id is not empty');
  return text as Id;
}

/** The member who is scored. */
export const memberId = (text: string): MemberId => idOf<MemberId>(text);
/** The person who acts; one person may be a member and hold several posts. */
export const personId = (text: string): PersonId => idOf<PersonId>(text);
/** The branch whose month it is. */
export const branchId = (text: string): BranchId => idOf<BranchId>(text);
/** One decision, recorded once. */
export const actId = (text: string): ActId => idOf<ActId>(text);
/** One objection during publicity. */
export const objectionId = (text: string): ObjectionId => idOf<ObjectionId>(text);
