import { scoringInternals } from '@jifen/contracts';
import { implement, type Route } from '@jifen/service-kit';
import { found } from '../problems.ts';
import { type ApplyPorts, applyAct } from './apply-act.ts';

export const recordingRoutes = (deps: ApplyPorts): Route[] => [apply(deps)];

function apply(deps: ApplyPorts): Route {
  return implement(scoringInternals.applyAct, ({ params: { actId }, audit }) =>
    found(applyAct(deps, actId, [audit.pending({ target: `acts/${actId}` })])),
  );
}
