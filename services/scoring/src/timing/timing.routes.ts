import {
  branchMonthSummary,
  clockChangedMessage,
  deadlinesChangedRequest,
  id,
  openMonthRequest,
  period,
  reachAnswer,
  reachRequest,
  reconciledAnswer,
} from '@jifen/contracts';
import { type Route, route } from '@jifen/service-kit';
import { z } from 'zod';
import { giveTicks } from '../county-months/give-ticks.ts';
import type { CoreDeps } from '../deps.ts';
import { reconcileMonth } from '../month-processes/reconcile-month.ts';
import { openMonth } from '../opening/open-month.ts';
import { event } from '../outbox/events.ts';
import { toProblem } from '../problems.ts';
import { reachDeadline } from './reach-deadline.ts';

export const branchMonthCoreRoutes = (deps: CoreDeps): Route[] => [
  open(deps),
  reconcile(deps),
  reach(deps),
  clockChanged(deps),
  deadlinesChanged(deps),
];

const workers = ['branch-worker', 'member-worker'];
const opened = branchMonthSummary.pick({ branchId: true, branchName: true, period: true, stage: true, round: true, counters: true });

function open(deps: CoreDeps): Route {
  return route({
    method: 'post',
    path: '/branch-months',
    summary: 'Opens a branch-month: freezes it and starts its process. May be repeated.',
    permission: { kind: 'action', action: 'branch-month:open' },
    audit: 'branch-month-opened',
    request: { body: openMonthRequest },
    response: opened,
    async handler({ body, caller, now, audit }) {
      const record = await openMonth(deps, { ...body, caller, now: now(), audit: audit.pending });
      if (!record.ok) return toProblem(record.refusal);
      const { branchId, branchName, stage, round, counters } = record.value;
      return { status: 200, body: { branchId, branchName, period: record.value.period, stage, round, counters } };
    },
  });
}

function reconcile(deps: CoreDeps): Route {
  return route({
    method: 'post',
    path: '/branch-months/:branchId/:period/processes',
    summary: 'Starts what is missing of the processes of an open month, its members included, from its record. May be repeated.',
    permission: { kind: 'action', action: 'branch-month:open' },
    audit: 'processes-reconciled',
    request: { params: z.strictObject({ branchId: id, period }) },
    response: reconciledAnswer,
    async handler({ params, caller, now, audit }) {
      const reconciled = await reconcileMonth(deps, { ...params, caller, now: now() });
      if (!reconciled.ok) return toProblem(reconciled.refusal);
      const { organisation, started } = reconciled.value;
      await audit.record({ target: `${params.branchId}/${params.period}`, organisation, details: { started } });
      return { status: 200, body: { started } };
    },
  });
}

function reach(deps: CoreDeps): Route {
  return route({
    method: 'post',
    path: '/internal/branch-months/:branchId/:period/reach',
    summary: 'A deadline has passed. May be repeated.',
    permission: { kind: 'service', services: workers },
    audit: 'deadline-reached',
    request: { params: z.strictObject({ branchId: id, period }), body: reachRequest },
    response: reachAnswer,
    async handler({ params, body, now, audit }) {
      const target = `${params.branchId}/${params.period}/${body.round}/${body.step}`;
      const reached = await reachDeadline(deps, { ...params, ...body, now: now(), audited: [audit.pending({ target })] });
      return reached.ok ? { status: 200, body: { state: reached.value, clock: deps.clock.reading() } } : toProblem(reached.refusal);
    },
  });
}

/** Member has audited the clock; what is scoring's own are the months that begin with it. */
function clockChanged(deps: CoreDeps): Route {
  return route({
    method: 'post',
    path: '/internal/clock-changed',
    summary: 'Business time was moved: open processes hear of it.',
    permission: { kind: 'service', services: ['member'] },
    audit: 'county-month-begun',
    request: { body: clockChangedMessage },
    async handler({ body: { clock, from = 0 }, audit }) {
      await deps.clock.refresh();
      if (deps.opensMonthsOf) await giveTicks(deps, deps.opensMonthsOf, audit.pending);
      const moved = event('clock-changed', String(clock.anchorReal), deps.realNow(), { clock });
      await deps.months.announce([moved], clock.speed === 0 ? { waking: { after: from, until: clock.anchorBusiness } } : {});
      deps.nudge();
      return { status: 204 };
    },
  });
}

function deadlinesChanged(deps: CoreDeps): Route {
  return route({
    method: 'post',
    path: '/internal/deadlines-changed',
    summary: 'A party day or the calendar was changed, or an extension given: open deadlines are computed again.',
    permission: { kind: 'service', services: ['member'] },
    audit: 'deadlines-rescheduled',
    request: { body: deadlinesChangedRequest },
    async handler({ body, audit, requestId }) {
      const scope = 'branchId' in body ? { branchId: body.branchId } : {};
      const audited = audit.pending({ target: scope.branchId ?? 'all' });
      await deps.months.announce([audited, event('reschedule', requestId, deps.realNow(), {})], scope);
      deps.nudge();
      return { status: 204 };
    },
  });
}
