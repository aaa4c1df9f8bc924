import { assertNever, type Problem, problem } from '@jifen/service-kit';
import type { IssueRefusal } from './accounts/issue-accounts.ts';
import type { SignInRefusal } from './accounts/sign-in.ts';
import type { EntryRefusal } from './calendar/enter-calendar.ts';
import type { AdvanceRefusal } from './clock/advance-clock.ts';
import type { DeadlinesRefusal } from './deadlines/compute-deadlines.ts';
import type { EnterEvaluationRefusal } from './evaluation/enter-evaluation.ts';
import type { ExtensionRefusal } from './extensions/extend-deadline.ts';
import type { PartyDayRefusal } from './organisations/change-party-day.ts';
import type { ImportRefusal } from './people/import-county.ts';
import type { UnmaskRefusal } from './people/unmask-field.ts';
import type { TokenRefusal } from './tokens/issue-token.ts';

export type MemberRefusal =
  | AdvanceRefusal
  | DeadlinesRefusal
  | EnterEvaluationRefusal
  | EntryRefusal
  | ExtensionRefusal
  | ImportRefusal
  | IssueRefusal
  | PartyDayRefusal
  | SignInRefusal
  | TokenRefusal
  | UnmaskRefusal
  | { code: 'year-mismatch'; path: number; body: number }
  | { code: 'forbidden' };

/** The one place where member's reasons become HTTP. */
export function toProblem(refusal: MemberRefusal): Problem {
  const { code, ...facts } = refusal;
  switch (refusal.code) {
    case 'wrong-credentials':
    case 'wrong-service-secret':
      return problem({ status: 401, code });
    case 'forbidden':
    case 'not-for-this-caller':
      return problem({ status: 403, code });
    case 'unknown-person':
    case 'unknown-member':
    case 'unknown-branch':
    case 'unknown-organisation':
    case 'field-not-known':
      return problem({ status: 404, code, facts });
    case 'account-in-use':
    case 'calendar-changed-meanwhile':
    case 'calendar-missing':
    case 'clock-backwards':
    case 'clock-not-set':
    case 'evaluated-with-an-earlier-month':
    case 'evaluation-already-begun':
    case 'evaluation-changed-meanwhile':
    case 'extension-not-a-working-day':
    case 'extension-not-later':
    case 'extension-of-another-months-meeting':
    case 'extension-past':
    case 'identity-number-taken':
    case 'separate-administrators':
      return problem({ status: 409, code, facts });
    case 'calendar-day-twice':
    case 'date-outside-year':
    case 'incomplete-branch':
    case 'merged-across-quarters':
    case 'merged-across-years':
    case 'merged-before-it-is-in-force':
    case 'merged-months-not-consecutive':
    case 'merged-twice':
    case 'no-sign-in-name':
    case 'not-a-period':
    case 'not-the-first-of-a-quarter':
    case 'year-mismatch':
      return problem({ status: 422, code, facts });
    case 'too-many-attempts':
      return problem({ status: 429, code, facts, retryAfterSeconds: refusal.retryAfterSeconds });
    default:
      return assertNever(refusal);
  }
}
