import { type Problem, problem } from '@jifen/service-kit';

/** The one place where a reason becomes a status: a route whose use case has another reason does not compile. */
const statuses = {
  forbidden: 403,
  'not-found': 404,
  'nothing-outstanding': 409,
} as const satisfies Record<string, number>;

export function toProblem(refusal: { code: keyof typeof statuses }): Problem {
  const { code, ...facts } = refusal;
  return problem({ status: statuses[code], code, facts });
}
