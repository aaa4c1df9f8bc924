import type { Result } from '@jifen/domain';
import { type Problem, problem } from '@jifen/service-kit';

/** The one place where a reason becomes a status: a route whose use case has another reason does not compile. */
const statuses = {
  'earlier-months-wrong': 400,
  'not-found': 404,
  'unknown-act': 404,
  'unknown-branch': 404,
  'unknown-library-scheme': 404,
  forbidden: 403,
  'not-your-post': 403,
  'own-line': 403,
  'own-entry': 403,
  'already-applied': 409,
  'member-has-left': 409,
  'already-decided': 409,
  'already-objected': 409,
  'applications-open': 409,
  'calendar-missing': 409,
  'comparison-not-finished': 409,
  'decided-by-another': 409,
  'different-body': 409,
  'evaluated-with-another-month': 409,
  'late-application-refused': 409,
  'line-not-awaiting': 409,
  'month-not-begun': 409,
  'next-step-decided': 409,
  'no-participants': 409,
  'no-settled-month': 409,
  'no-year-plan': 409,
  'not-due-yet': 409,
  'nothing-to-confirm': 409,
  'nothing-to-withdraw': 409,
  'objection-open': 409,
  'other-month-not-ready': 409,
  'post-vacant': 409,
  'publicity-not-over': 409,
  'publicity-over': 409,
  'return-window-open': 409,
  'return-window-over': 409,
  'scheme-changed-meanwhile': 409,
  'scheme-fixed-for-the-year': 409,
  'scheme-has-errors': 409,
  'scheme-in-use': 409,
  'scheme-month-opened': 409,
  'scheme-month-over': 409,
  'scheme-month-taken': 409,
  'scheme-needed-later': 409,
  'scheme-not-adopted': 409,
  'scheme-not-compared': 409,
  'scheme-not-linted': 409,
  'scheme-version-closed': 409,
  'scheme-unfit-for-months': 409,
  'second-person-required': 409,
  'stale-roster': 409,
  'unknown-objection': 409,
  'unknown-round': 409,
  'wrong-step': 409,
  'year-plan-of-another-scheme': 409,
  'amount-not-allowed': 422,
  'basis-required': 422,
  'carried-by-the-votes': 422,
  'ceiling-out-of-range': 422,
  'ceilings-do-not-sum': 422,
  'ceilings-not-twelve': 422,
  'claim-not-allowed': 422,
  'attended-and-on-leave': 422,
  'day-before-the-month': 422,
  'day-in-the-future': 422,
  'deducts-more-than-base': 422,
  'document-in-the-future': 422,
  'duplicate-line': 422,
  'evidence-required': 422,
  'exceeds-ceiling': 422,
  'late-reason-required': 422,
  'line-missing': 422,
  'month-not-evaluated-here': 422,
  'new-value-required': 422,
  'nobody-present': 422,
  'no-quorum': 422,
  'not-a-working-day': 422,
  'not-carried': 422,
  'nothing-due': 422,
  'percent-out-of-range': 422,
  'pledge-appraised-twice': 422,
  'pledge-not-appraised': 422,
  'pledges-are-due': 422,
  'posted-before-the-meeting': 422,
  'reason-required': 422,
  'scheme-unreadable': 422,
  'sentence-required': 422,
  'signature-required': 422,
  'unknown-item': 422,
  'unknown-line': 422,
  'unknown-pledge': 422,
  'votes-do-not-add-up': 422,
  'wrong-sign': 422,
} as const satisfies Record<string, number>;

export type ScoringRefusal = { code: keyof typeof statuses };

export function toProblem(refusal: ScoringRefusal): Problem {
  const { code, ...facts } = refusal;
  return problem({ status: statuses[code], code, facts });
}

/** What was asked for, said to the caller, or the reason why not. */
export async function answered<T, Answer>(asked: Promise<Result<T, ScoringRefusal>>, say: (value: T) => Answer): Promise<Answer | Problem> {
  const done = await asked;
  return done.ok ? say(done.value) : toProblem(done.refusal);
}

/** What was read, as it is. */
export const found = <T>(asked: Promise<Result<T, ScoringRefusal>>) => answered(asked, (body) => ({ status: 200 as const, body }));

/** A decision that was recorded and refused afterwards: whatever the reason, the state of the month was against it. */
export const refusedProblem = ({ code, facts }: { code: string; facts: Record<string, unknown> }): Problem =>
  problem({ status: 409, code, facts });
