import { branchMonthEndpoints } from '@jifen/contracts';
import { implement, type Route } from '@jifen/service-kit';
import { answered } from '../problems.ts';
import type { RecordPorts } from '../recording/record-act.ts';
import { answerOf } from '../recording/record-act.ts';
import { raiseObjection } from './raise-objection.ts';

export const objectionRoutes = (deps: RecordPorts): Route[] => [object(deps)];

function object(deps: RecordPorts): Route {
  return implement(branchMonthEndpoints.object, ({ params, body, caller, now, audit }) =>
    answered(raiseObjection(deps, { ...params, body, caller, now: now(), audit: audit.pending }), answerOf),
  );
}
