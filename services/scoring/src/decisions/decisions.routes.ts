import { actAnswer, applyAnswer, decisionBody, id, objectionBody, period, recordedActId } from '@jifen/contracts';
import { type JsonReply, type Problem, type Route, route } from '@jifen/service-kit';
import { z } from 'zod';
import type { Act } from '../acts/act.store.ts';
import type { CoreDeps } from '../deps.ts';
import { raiseObjection } from '../objections/raise-objection.ts';
import { refusedProblem, toProblem } from '../problems.ts';
import { applyAct } from '../recording/apply-act.ts';
import { readDecision } from './read-decision.ts';
import { takeDecision } from './take-decision.ts';

const month = z.strictObject({ branchId: id, period });
const act = z.strictObject({ branchId: id, period, actId: recordedActId });

export const actRoutes = (deps: CoreDeps): Route[] => [decide(deps), read(deps), object(deps), apply(deps)];

/** 200: effective. 202: recorded, being delivered. A refusal after it was recorded is answered with its reason. */
function answerOf({ _id, status, at, refusal }: Act): JsonReply<z.input<typeof actAnswer>> | Problem {
  if (status === 'refused') return refusedProblem(refusal ?? { code: 'refused', facts: {} });
  return { status: status === 'pending' ? 202 : 200, body: { actId: _id, status, at } };
}

function decide(deps: CoreDeps): Route {
  return route({
    method: 'post',
    path: '/branch-months/:branchId/:period/decisions',
    summary: 'Takes a decision on a branch-month. 200: effective; 202: recorded, being delivered.',
    permission: { kind: 'action', action: 'decision:take' },
    audit: 'decision-taken',
    request: { params: month, body: decisionBody },
    response: actAnswer,
    async handler({ params, body, caller, now, audit }) {
      const taken = await takeDecision(deps, { ...params, body, caller, now: now(), audit: audit.pending });
      return taken.ok ? answerOf(taken.value) : toProblem(taken.refusal);
    },
  });
}

function read(deps: CoreDeps): Route {
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

function object(deps: CoreDeps): Route {
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

function apply(deps: CoreDeps): Route {
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
