import { countyPageSize } from '@jifen/contracts';
import { DeliverLater } from '@jifen/service-kit';
import pLimit from 'p-limit';
import { type BranchMonthRecord, branchMonthId } from './branch-months/branch-month.store.ts';
import type { CoreDeps, ScoringDeps } from './deps.ts';
import { resumeBringIn } from './earlier-months/bring-in.ts';
import { followClosingMonth } from './joint-months/follow-closing-month.ts';
import { applyUnapplied } from './month-acts/apply-unapplied.ts';
import { noticeOf } from './month-acts/consequences.ts';
import { startProcess, startToHear } from './month-processes/start-process.ts';
import type { EventHandlers } from './outbox/events.ts';
import { type ProcessSignal, signals } from './outbox/signals.ts';
import { projectAct } from './projection/project-act.ts';
import { deliverAct } from './recording/deliver-act.ts';
import { continueComparison } from './schemes/continue-comparison.ts';
import { planMemberWaits } from './timing/plan-member-waits.ts';
import { reschedule } from './timing/reschedule.ts';
import { tellClockChanged } from './timing/tell-clock-changed.ts';

/** A decision is left to the request that brought it before the relay sends it as well. */
const requestMs = 3000;
const waitMs = 2000;
/** A burst of signals must not stand before the next decision's Update. */
const signalsAtOnce = 3;

/** What the decisions' side hears. */
export function coreHandlers(deps: CoreDeps): EventHandlers {
  const inTurn = pLimit(signalsAtOnce);
  const tell = async (signal: ProcessSignal, monthId: () => string | Promise<string>) => {
    const outcome = await inTurn(() => deps.processes.signal(signal));
    if (outcome === 'no-such-process') await startToHear(deps, await monthOf(deps, await monthId()), signal);
  };
  return {
    'start-branch-month': async ({ branchId, period }) => {
      await startProcess(deps, branchId, period);
    },
    'start-county-month': async (month) => {
      await deps.processes.startCountyMonth({ ...month, pageSize: countyPageSize });
    },
    follow: ({ actId }) => followClosingMonth(deps, actId),
    fold: async ({ branchId, period }) => {
      if ((await deps.acts.unapplied(branchId, period)).length === 0) return;
      await applyUnapplied(deps, branchId, period);
      deps.wake();
    },
    signal: (signal, { documentId }) => tell(signal, () => documentId),
    applied: ({ memberId, period, ...application }) =>
      tell(signals.applied(memberId, period, application), () => monthIdOf(deps, application.actId)),
    'clock-changed': async ({ clock }, { documentId }) => tellClockChanged(deps, await monthOf(deps, documentId), clock),
    reschedule: async (_payload, { documentId }) => {
      const done = await reschedule(deps, await monthOf(deps, documentId));
      if (!done.ok) throw new Error(`${documentId} cannot be rescheduled: ${done.refusal.code}`);
    },
    'plan-member-waits': async (_payload, { documentId }) => {
      const planned = await planMemberWaits(deps, await monthOf(deps, documentId));
      if (!planned.ok) throw new Error(`what waits in ${documentId} cannot be planned: ${planned.refusal.code}`);
    },
    notice: (notice) => deps.notices.send(notice),
    'deliver-act': ({ actId }) => redeliver(deps, actId),
  };
}

/** Whatever else is waiting has its turn. */
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

export function eventHandlers(deps: ScoringDeps): EventHandlers {
  return {
    ...coreHandlers(deps),
    'bring-in': async ({ actId }) => {
      await resumeBringIn(deps, actId);
      deps.wake();
    },
    'compare-schemes': async (page) => {
      await continueComparison({ ...deps, breathe }, page);
      deps.wake('schemeVersions');
    },
    project: async (projection) => {
      await projectAct(deps, projection);
      deps.wake();
    },
  };
}

async function monthIdOf({ acts }: CoreDeps, actId: string): Promise<string> {
  const act = await acts.find(actId);
  return act ? branchMonthId(act.branchId, act.period) : '';
}

async function monthOf({ months }: CoreDeps, documentId: string): Promise<BranchMonthRecord> {
  const [branchId = '', period = ''] = documentId.split('/');
  const record = await months.find(branchId, period);
  if (!record) throw new Error(`${documentId} is no month`);
  return record;
}

/** Sent until it is effective or refused. Who was told "recorded" and is refused later hears of it. */
async function redeliver(deps: CoreDeps, actId: string): Promise<void> {
  const act = await deps.acts.find(actId);
  if (!act) return;
  const withItsRequestMs = act.enteredAt + requestMs - deps.realNow();
  if (act.status === 'pending' && withItsRequestMs > 0) throw new DeliverLater(`${actId} is with its request`, withItsRequestMs);
  const delivered = await deliverAct(deps, act, waitMs);
  if (delivered.status === 'pending') throw new DeliverLater(`${actId} is not effective yet`);
  if (delivered.status !== 'refused' || delivered.told) return;
  const { branchId, period, round, by, kind, refusal } = delivered;
  const record = await deps.months.find(branchId, period);
  if (!record) return;
  const notice = {
    template: 'decision-refused' as const,
    key: actId,
    recipients: [by.personId],
    facts: { actId, kind, code: refusal?.code ?? '' },
  };
  await deps.notices.send(noticeOf({ path: record.path, branchId, branchName: record.branchName, period, round }, notice));
}
