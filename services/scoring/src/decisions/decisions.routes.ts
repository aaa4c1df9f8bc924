import { branchMonthEndpoints } from '@jifen/contracts';
import { implement, type Route } from '@jifen/service-kit';
import { decisionActions } from '../month-acts/permissions.ts';
import { answered, toProblem } from '../problems.ts';
import type { RecordPorts } from '../recording/record-act.ts';
import { answerOf } from '../recording/record-act.ts';
import { type ReadPorts, readDecision } from './read-decision.ts';
import { takeDecision } from './take-decision.ts';

type DecisionPorts = RecordPorts & ReadPorts;

export const decisionRoutes = (deps: DecisionPorts): Route[] => [decide(deps), read(deps)];

function decide(deps: DecisionPorts): Route {
  return implement(
    { ...branchMonthEndpoints.decide, permission: { kind: 'one-of', actions: decisionActions } },
    ({ params, body, caller, now, audit }) =>
      answered(takeDecision(deps, { ...params, body, caller, now: now(), audit: audit.pending }), answerOf),
  );
}

function read(deps: DecisionPorts): Route {
  return implement(branchMonthEndpoints.decision, async ({ params, caller, now }) => {
    const found = await readDecision(deps, { ...params, caller, now: now() });
    if (!found.ok) return toProblem(found.refusal);
    const { _id, status, at, refusal } = found.value;
    return { status: 200, body: { actId: _id, status, at, ...(refusal ? { refusal } : {}) } };
  });
}
