import { actAnswer, decisionBody, id, period, recordedActId } from '@jifen/contracts';
import type { Route } from '@jifen/service-kit';
import { z } from 'zod';
import { decisionActions } from '../month-acts/permissions.ts';
import { toProblem } from '../problems.ts';
import { answerOf } from '../recording/act-answer.ts';
import type { RecordPorts } from '../recording/record-act.ts';
import { route } from '../route.ts';
import { type ReadPorts, readDecision } from './read-decision.ts';
import { takeDecision } from './take-decision.ts';

type DecisionPorts = RecordPorts & ReadPorts;

const month = z.strictObject({ branchId: id, period });
const act = z.strictObject({ branchId: id, period, actId: recordedActId });

export const decisionRoutes = (deps: DecisionPorts): Route[] => [decide(deps), read(deps)];

function decide(deps: DecisionPorts): Route {
  return route({
    method: 'post',
    path: '/branch-months/:branchId/:period/decisions',
    summary: 'Takes a decision on a branch-month. 200: effective; 202: recorded, being delivered.',
    permission: { kind: 'one-of', actions: decisionActions },
    audit: 'decision-taken',
    request: { params: month, body: decisionBody },
    response: actAnswer,
    async handler({ params, body, caller, now, audit }) {
      const taken = await takeDecision(deps, { ...params, body, caller, now: now(), audit: audit.pending });
      return taken.ok ? answerOf(taken.value) : toProblem(taken.refusal);
    },
  });
}

function read(deps: DecisionPorts): Route {
  return route({
    method: 'get',
    path: '/branch-months/:branchId/:period/decisions/:actId',
    summary: 'What became of a decision.',
    permission: { kind: 'action', action: 'branch-month:read' },
    audit: 'none-read',
    request: { params: act },
    response: actAnswer,
    async handler({ params, caller, now }) {
      const found = await readDecision(deps, { ...params, caller, now: now() });
      if (!found.ok) return toProblem(found.refusal);
      const { _id, status, at, refusal } = found.value;
      return { status: 200, body: { actId: _id, status, at, ...(refusal ? { refusal } : {}) } };
    },
  });
}
