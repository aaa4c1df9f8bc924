import { branchMonthEndpoints } from '@jifen/contracts';
import { implement, type Route } from '@jifen/service-kit';
import { answered } from '../problems.ts';
import { answerOf } from '../recording/record-act.ts';
import { type ObjectionPorts, raiseObjection } from './raise-objection.ts';

export const objectionRoutes = (deps: ObjectionPorts): Route[] => [object(deps)];

function object(deps: ObjectionPorts): Route {
  return implement(branchMonthEndpoints.object, ({ params, body, caller, now, audit }) =>
    answered(raiseObjection(deps, { ...params, body, caller, now: now(), audit: audit.pending }), answerOf),
  );
}
