import { deadlinesAnswer, deadlinesRequest } from '@jifen/contracts';
import type { Route } from '@jifen/service-kit';
import { toProblem } from '../problems.ts';
import { route } from '../route.ts';
import { computeDeadlines, type DeadlinesDeps } from './compute-deadlines.ts';

export const deadlineRoutes = (deps: DeadlinesDeps): Route[] => [deadlines(deps)];

function deadlines(deps: DeadlinesDeps): Route {
  return route({
    method: 'post',
    path: '/deadlines',
    summary: 'The deadlines of a step as instants, with their reminders.',
    permission: { kind: 'service', services: ['scoring'] },
    audit: 'none-read',
    request: { body: deadlinesRequest },
    response: deadlinesAnswer,
    async handler({ body }) {
      const computed = await computeDeadlines(deps, body);
      return computed.ok ? { status: 200, body: computed.value } : toProblem(computed.refusal);
    },
  });
}
