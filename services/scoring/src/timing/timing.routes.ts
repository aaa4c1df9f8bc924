import { branchMonthEndpoints, type Clock, scoringInternals } from '@jifen/contracts';
import { implement, type Route } from '@jifen/service-kit';
import type { BranchMonthStore } from '../branch-months/branch-month.store.ts';
import { giveTicks, type TickPorts } from '../county-months/give-ticks.ts';
import { event } from '../outbox/events.ts';
import { found, toProblem } from '../problems.ts';
import { measureExtension } from './measure-extension.ts';
import { type ReachPorts, reachDeadline } from './reach-deadline.ts';

/** The newest reading of business time that this process has, and a newer one. */
export type CountyClock = { reading(): Clock; refresh(): Promise<void> };

type TimingPorts = ReachPorts &
  TickPorts & {
    months: Pick<BranchMonthStore, 'announce' | 'page'>;
    clock: CountyClock;
    /** The county whose months open when played time reaches their first day; absent, they are opened by hand. */
    opensMonthsOf?: string | undefined;
  };

export const timingRoutes = (deps: TimingPorts): Route[] => [reach(deps), extensionReach(deps), clockChanged(deps), deadlinesChanged(deps)];

function reach(deps: TimingPorts): Route {
  return implement(scoringInternals.reachDeadline, async ({ params, body, now, audit }) => {
    const target = `${params.branchId}/${params.period}/${body.round}/${body.step}`;
    const reached = await reachDeadline(deps, { ...params, ...body, now: now(), audited: [audit.pending({ target })] });
    return reached.ok ? { status: 200, body: { state: reached.value, clock: deps.clock.reading() } } : toProblem(reached.refusal);
  });
}

function extensionReach({ months }: TimingPorts): Route {
  return implement(branchMonthEndpoints.extensionReach, ({ params, query, caller, now }) =>
    found(measureExtension(months, { ...params, ...query, caller, now: now() })),
  );
}

/** Member has audited the clock; what is scoring's own are the months that begin with it. */
function clockChanged(deps: TimingPorts): Route {
  return implement(scoringInternals.clockChanged, async ({ body: { clock, from = 0 }, audit }) => {
    await deps.clock.refresh();
    if (deps.opensMonthsOf) await giveTicks(deps, deps.opensMonthsOf, audit.pending);
    const moved = event('clock-changed', String(clock.anchorReal), deps.realNow(), { clock });
    await deps.months.announce([moved], clock.speed === 0 ? { waking: { after: from, until: clock.anchorBusiness } } : {});
    deps.wake();
    deps.wake('countyMonths');
    return { status: 204 };
  });
}

function deadlinesChanged(deps: TimingPorts): Route {
  return implement(scoringInternals.deadlinesChanged, async ({ body, audit, requestId }) => {
    const scope = 'branchId' in body ? { branchId: body.branchId } : {};
    const audited = audit.pending({ target: scope.branchId ?? 'all' });
    await deps.months.announce([audited, event('reschedule', requestId, deps.realNow(), {})], scope);
    deps.wake();
    return { status: 204 };
  });
}
