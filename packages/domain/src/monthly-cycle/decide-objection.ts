import type { Instant } from '../calendar/local-date.ts';
import { ok, refuse } from '../result.ts';
import type { BranchMonth, Objection, Round } from './branch-month.ts';
import { closingOf } from './closing.ts';
import type { DecisionOf } from './decisions.ts';
import { type BranchMonthEvent, doneBy } from './events.ts';
import { evolve } from './evolve.ts';
import type { BranchMonthRefusal, Decided } from './refusals.ts';
import { personOf, reviewersOf, wrongLine } from './rounds.ts';

type Answer = DecisionOf<'answer-objection'>;

function wrongAnswer(month: BranchMonth, round: Round, answer: Answer, objection: Objection): BranchMonthRefusal | null {
  const { by, newValue, objectionId, upheld } = answer;
  const { lineMemberId, raisedBy } = objection;
  if (objection.answer) return { code: 'already-decided', status: round.status };
  if (!reviewersOf(month.posts).includes(by) && by !== month.posts.confirmer) return { code: 'not-your-post' };
  if (personOf(month, lineMemberId) === by) return { code: 'own-line', memberId: lineMemberId };
  if (personOf(month, raisedBy) === by) return { code: 'own-entry' };
  if (!upheld) return null;
  if (!newValue) return { code: 'new-value-required', objectionId };
  return newValue.memberId === lineMemberId ? wrongLine(month, newValue) : { code: 'unknown-line', memberId: newValue.memberId };
}

/** Regulation 2-2 step 7: an objection is answered, upheld with a new value or not; its line follows in a supplement (补充公示). */
export function answerObjection(month: BranchMonth, round: Round, decision: Answer, at: Instant): Decided {
  const { objectionId, upheld, newValue } = decision;
  const objection = round.objections.find((one) => one.objectionId === objectionId);
  if (!objection) return refuse({ code: 'unknown-objection', objectionId });
  const wrong = wrongAnswer(month, round, decision, objection);
  if (wrong) return refuse(wrong);
  const value = upheld && newValue ? { newValue } : {};
  const answered: BranchMonthEvent = { type: 'objection-answered', ...doneBy(decision, at), objectionId, upheld, ...value };
  return ok([answered, ...closingOf(evolve(month, answered), at)]);
}
