import { applyAnswer, recordedActId } from '@jifen/contracts';
import type { Route } from '@jifen/service-kit';
import { z } from 'zod';
import { toProblem } from '../problems.ts';
import { route } from '../route.ts';
import { type ApplyPorts, applyAct } from './apply-act.ts';

export const recordingRoutes = (deps: ApplyPorts): Route[] => [apply(deps)];

function apply(deps: ApplyPorts): Route {
  return route({
    method: 'post',
    path: '/internal/acts/:actId/apply',
    summary: 'Brings a recorded decision to its effect. May be repeated.',
    permission: { kind: 'service', services: ['branch-worker', 'member-worker'] },
    audit: 'decision-applied',
    request: { params: z.strictObject({ actId: recordedActId }), body: z.strictObject({}) },
    response: applyAnswer,
    async handler({ params: { actId }, audit }) {
      const applied = await applyAct(deps, actId, [audit.pending({ target: `acts/${actId}` })]);
      return applied.ok ? { status: 200, body: applied.value } : toProblem(applied.refusal);
    },
  });
}
