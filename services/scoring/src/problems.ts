import { assertNever, type Problem, problem } from '@jifen/service-kit';
import type { ActRefusal } from './acts/act.store.ts';
import type { ApplicationRefusal } from './applications/application.ts';
import type { ImportRefusal } from './earlier-months/import-earlier-months.ts';
import type { OpenRefusal } from './opening/open-month.ts';
import type { YearPlanRefusal } from './plans/keep-year-plan.ts';
import type { ApplyRefusal } from './recording/apply-act.ts';
import type { DecisionRefusal } from './recording/decision-refusal.ts';
import type { SchemeRefusal } from './schemes/change-version.ts';
import type { ReachRefusal } from './timing/reach-deadline.ts';

export type ScoringRefusal =
  | DecisionRefusal
  | ApplicationRefusal
  | OpenRefusal
  | ReachRefusal
  | ApplyRefusal
  | YearPlanRefusal
  | SchemeRefusal
  | Exclude<ImportRefusal, { code: 'overtaken' }>;

/** The one place where a reason becomes a status. */
export function toProblem(refusal: ScoringRefusal): Problem {
  const { code, ...facts } = refusal;
  return problem({ status: statusOf(code), code, facts });
}

/** A decision that was recorded and refused afterwards: whatever the reason, the state of the month was against it. */
export const refusedProblem = ({ code, facts }: ActRefusal): Problem => problem({ status: 409, code, facts });

function statusOf(code: ScoringRefusal['code']): number {
  switch (code) {
    case 'earlier-months-wrong':
      return 400;
    case 'not-found':
    case 'unknown-act':
    case 'unknown-branch':
    case 'unknown-library-scheme':
      return 404;
    case 'forbidden':
    case 'not-your-post':
    case 'own-line':
    case 'own-entry':
      return 403;
    case 'already-applied':
    case 'already-decided':
    case 'applications-open':
    case 'calendar-missing':
    case 'comparison-not-finished':
    case 'decided-by-another':
    case 'different-body':
    case 'evaluated-with-another-month':
    case 'late-application-refused':
    case 'line-not-awaiting':
    case 'month-not-begun':
    case 'next-step-decided':
    case 'no-participants':
    case 'no-settled-month':
    case 'no-year-plan':
    case 'not-due-yet':
    case 'nothing-to-confirm':
    case 'nothing-to-withdraw':
    case 'objection-open':
    case 'other-month-not-ready':
    case 'post-vacant':
    case 'publicity-not-over':
    case 'publicity-over':
    case 'return-window-open':
    case 'return-window-over':
    case 'scheme-changed-meanwhile':
    case 'scheme-fixed-for-the-year':
    case 'scheme-has-errors':
    case 'scheme-in-use':
    case 'scheme-month-opened':
    case 'scheme-month-over':
    case 'scheme-month-taken':
    case 'scheme-needed-later':
    case 'scheme-not-adopted':
    case 'scheme-not-compared':
    case 'scheme-not-linted':
    case 'scheme-version-closed':
    case 'scheme-unfit-for-months':
    case 'second-person-required':
    case 'stale-roster':
    case 'unknown-objection':
    case 'unknown-round':
    case 'wrong-step':
    case 'year-plan-of-another-scheme':
      return 409;
    case 'amount-not-allowed':
    case 'carried-by-the-votes':
    case 'ceiling-out-of-range':
    case 'ceilings-do-not-sum':
    case 'ceilings-not-twelve':
    case 'claim-not-allowed':
    case 'day-in-the-future':
    case 'document-in-the-future':
    case 'duplicate-line':
    case 'evidence-required':
    case 'exceeds-ceiling':
    case 'late-reason-required':
    case 'line-missing':
    case 'month-not-evaluated-here':
    case 'new-value-required':
    case 'no-quorum':
    case 'not-a-working-day':
    case 'not-carried':
    case 'nothing-due':
    case 'percent-out-of-range':
    case 'pledge-appraised-twice':
    case 'pledge-not-appraised':
    case 'pledges-are-due':
    case 'posted-before-the-meeting':
    case 'reason-required':
    case 'scheme-unreadable':
    case 'sentence-required':
    case 'signature-required':
    case 'unknown-item':
    case 'unknown-line':
    case 'unknown-pledge':
    case 'votes-do-not-add-up':
    case 'wrong-sign':
      return 422;
    default:
      return assertNever(code);
  }
}
