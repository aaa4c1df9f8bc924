import { actAnswer, id, objectionBody, period } from '@jifen/contracts';
import type { Route } from '@jifen/service-kit';
import { z } from 'zod';
import { toProblem } from '../problems.ts';
import { answerOf } from '../recording/act-answer.ts';
import type { RecordPorts } from '../recording/record-act.ts';
import { route } from '../route.ts';
import { raiseObjection } from './raise-objection.ts';

export const objectionRoutes = (deps: RecordPorts): Route[] => [object(deps)];

const month = z.strictObject({ branchId: id, period });

function object(deps: RecordPorts): Route {
  return route({
    method: 'post',
    path: '/branch-months/:branchId/:period/objections',
    summary: 'Objects to a line of the list that is in publicity.',
    permission: { kind: 'action', action: 'objection:raise' },
    audit: 'objection-raised',
    request: { params: month, body: objectionBody },
    response: actAnswer,
    async handler({ params, body, caller, now, audit }) {
      const raised = await raiseObjection(deps, { ...params, body, caller, now: now(), audit: audit.pending });
      return raised.ok ? answerOf(raised.value) : toProblem(raised.refusal);
    },
  });
}
