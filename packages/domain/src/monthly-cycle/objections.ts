import type { ObjectionId, PersonId } from '../ids/ids.ts';
import type { BranchMonth, Objection } from './branch-month.ts';
import { personOf, reviewersOf } from './rounds.ts';

export type Raised = { readonly round: number; readonly objection: Objection };

/** Regulation 2-2 step 7: the objections of a month in the order in which they were raised; a returned list takes its own along, each is one. */
export function objectionsOf({ rounds }: Pick<BranchMonth, 'rounds'>): readonly Raised[] {
  const raised = rounds.flatMap(({ round, objections }) => objections.map((objection) => ({ round, objection })));
  return [...new Map(raised.map((one) => [one.objection.objectionId, one])).values()];
}

/** Regulation 2-2 step 7: the objections that still wait for their answer. */
export const openObjections = (month: Pick<BranchMonth, 'rounds'>): readonly Objection[] =>
  objectionsOf(month).flatMap(({ objection }) => (objection.answer === null ? [objection] : []));

/** Regulation 2-2 step 7: the number on an objection's receipt, counted within its month; of one still to be raised the next. */
export function objectionNumber(month: Pick<BranchMonth, 'rounds'>, id: ObjectionId): number {
  const raised = objectionsOf(month);
  const at = raised.findIndex(({ objection }) => objection.objectionId === id);
  return (at === -1 ? raised.length : at) + 1;
}

/** Regulation 2-2 step 7: the person whose objection it is; nobody of the branch where somebody outside it objected. */
export const objectorOf = (month: BranchMonth, { person, raisedBy }: Objection): PersonId | null =>
  person ?? (raisedBy === undefined ? null : personOf(month, raisedBy));

/** Regulation 2-2 step 7: who answers objections. */
export const answerersOf = ({ posts }: Pick<BranchMonth, 'posts'>): readonly PersonId[] => [
  ...new Set([...reviewersOf(posts), ...(posts.confirmer ? [posts.confirmer] : [])]),
];

/** Regulation 2-2 step 7: who may answer this one: neither the objector nor whose line it is; whoever only recorded it may. */
export function answerersOfOne(month: BranchMonth, objection: Objection): readonly PersonId[] {
  const concerned = [objectorOf(month, objection), personOf(month, objection.lineMemberId)];
  return answerersOf(month).filter((person) => !concerned.includes(person));
}
