import { DeliverLater, type PendingEvent } from '@jifen/service-kit';
import type { Act } from '../acts/act.store.ts';
import type { BranchMonthRecord, BranchMonthStore } from '../branch-months/branch-month.store.ts';
import { event, type Wake } from '../outbox/events.ts';
import { type DeliveryPorts, deliverAct } from '../recording/deliver-act.ts';
import { followedActs, followingAct } from './followed-acts.ts';
import { monthsTogether } from './months-together.ts';

type Ports = DeliveryPorts & { months: Pick<BranchMonthStore, 'find'>; realNow: () => number; wake: Wake };

const waitMs = 2000;

/**
 * Brings every act of a closing month that is in force to the months evaluated with it, in the order of their effect, by the path of any
 * decision. Repeated, or after a crash anywhere in between, it goes on where it stopped; what a month refused is not asked again.
 */
export async function followClosingMonth(ports: Ports, actId: string): Promise<void> {
  const act = await ports.acts.find(actId);
  const closing = act && (await ports.months.find(act.branchId, act.period));
  if (!closing) return;
  const months = closing.state.joint?.closing === closing.period ? await monthsTogether(ports, closing) : [];
  const followed = await followedActs(ports.acts, closing);
  let isBehind = false;
  for (const month of months) {
    for (const one of followed) {
      const following = await follow(ports, followingAct(one, closing, month), month);
      isBehind ||= following.status === 'pending';
      if (following.status === 'pending') break;
    }
  }
  ports.wake();
  if (isBehind) throw new DeliverLater(`not every month has followed ${actId} yet`);
}

async function follow(ports: Ports, fresh: Act, month: BranchMonthRecord): Promise<Act> {
  const known = await ports.acts.find(fresh._id);
  if (!known) {
    const inserted = await ports.acts.insert(fresh, eventsOf(fresh, month, ports.realNow()));
    if (inserted.outcome === 'taken') throw new Error(`${fresh._id} cannot follow: ${inserted.act._id} is in its place`);
  }
  return deliverAct(ports, known ?? fresh, waitMs);
}

function eventsOf(act: Act, { path }: BranchMonthRecord, realNow: number): PendingEvent[] {
  const { _id, period, branchId, round, kind, by, follows } = act;
  const audited = {
    eventId: `followed/${_id}`,
    at: realNow,
    actor: by.personId,
    service: 'scoring',
    role: by.role,
    organisation: path,
    action: 'decision-followed',
    target: `${branchId}/${period}/${round}/${kind}`,
    result: 'done',
    requestId: '',
    details: { actId: _id, follows: follows?.actId },
  } as const;
  return [event('audit', _id, realNow, audited), event('deliver-act', _id, act.enteredAt, { actId: _id })];
}
