import { memberInternals } from '@jifen/contracts';
import { implement, type Route } from '@jifen/service-kit';
import { toProblem } from '../problems.ts';
import { computeDeadlines, type DeadlinesDeps } from './compute-deadlines.ts';

export const deadlineRoutes = (deps: DeadlinesDeps): Route[] => [
  implement(memberInternals.deadlines, async ({ body }) => {
    const computed = await computeDeadlines(deps, body);
    return computed.ok ? { status: 200, body: computed.value } : toProblem(computed.refusal);
  }),
];
