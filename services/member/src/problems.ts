import { type Problem, problem } from '@jifen/service-kit';

/** The one place where a reason becomes a status: a route whose use case has another reason does not compile. */
const statuses = {
  'wrong-credentials': 401,
  'wrong-service-secret': 401,
  forbidden: 403,
  'not-for-this-caller': 403,
  'unknown-person': 404,
  'unknown-member': 404,
  'unknown-branch': 404,
  'unknown-organisation': 404,
  'field-not-known': 404,
  'account-in-use': 409,
  'calendar-changed-meanwhile': 409,
  'calendar-missing': 409,
  'clock-backwards': 409,
  'clock-not-set': 409,
  'evaluated-with-an-earlier-month': 409,
  'evaluation-already-begun': 409,
  'evaluation-changed-meanwhile': 409,
  'extension-after-registration': 409,
  'extension-not-a-working-day': 409,
  'extension-not-later': 409,
  'extension-of-another-months-meeting': 409,
  'extension-past': 409,
  'identity-number-taken': 409,
  'member-has-left': 409,
  'separate-administrators': 409,
  'standing-in-the-future': 409,
  'calendar-day-twice': 422,
  'date-outside-year': 422,
  'incomplete-branch': 422,
  'merged-across-quarters': 422,
  'merged-across-years': 422,
  'merged-before-it-is-in-force': 422,
  'merged-months-not-consecutive': 422,
  'merged-twice': 422,
  'no-sign-in-name': 422,
  'not-a-period': 404,
  'not-the-first-of-a-quarter': 422,
  'post-ends-before-it-begins': 422,
  'year-mismatch': 422,
  'too-many-attempts': 429,
} as const satisfies Record<string, number>;

export type MemberRefusal = { code: keyof typeof statuses; retryAfterSeconds?: number; [fact: string]: unknown };

/** Who is not let in hears no facts. */
export function toProblem({ code, ...facts }: MemberRefusal): Problem {
  const status = statuses[code];
  if (status === 401 || status === 403) return problem({ status, code });
  return problem({ status, code, facts, retryAfterSeconds: facts.retryAfterSeconds });
}
