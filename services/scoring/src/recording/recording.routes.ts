import { scoringInternals } from '@jifen/contracts';
import { implement, type Route } from '@jifen/service-kit';
import { toProblem } from '../problems.ts';
import { type ApplyPorts, applyAct } from './apply-act.ts';

export const recordingRoutes = (deps: ApplyPorts): Route[] => [apply(deps)];

function apply(deps: ApplyPorts): Route {
  return implement(scoringInternals.applyAct, async ({ params: { actId }, audit }) => {
    const applied = await applyAct(deps, actId, [audit.pending({ target: `acts/${actId}` })]);
    return applied.ok ? { status: 200, body: applied.value } : toProblem(applied.refusal);
  });
}
