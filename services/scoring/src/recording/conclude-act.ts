import type { PendingEvent } from '@jifen/service-kit';
import type { Act, ActStore } from '../acts/act.store.ts';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { isFollowed } from '../joint-months/followed-acts.ts';
import { event } from '../outbox/events.ts';

/** What follows for the acts themselves once the branch-month contains one, and for months evaluated with it. Repeated, it changes nothing. */
export async function concludeAct(acts: ActStore, act: Act, record: BranchMonthRecord): Promise<void> {
  if (act.content.kind === 'withdraw') await acts.becomeWithdrawn(act.content.actId, []);
  const events: PendingEvent[] = isFollowed(record, act) ? [event('follow', act._id, act.enteredAt, { actId: act._id })] : [];
  await acts.becomeEffective(act._id, events);
}
