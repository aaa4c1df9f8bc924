import type { PendingEvent } from '@jifen/service-kit';
import type { Act, ActStore } from '../acts/act.store.ts';

/** What follows for the acts themselves once their record contains one; `propagated` is for the others. Repeated, it changes nothing. */
export async function concludeAct(acts: ActStore, act: Act, propagated: readonly PendingEvent[]): Promise<void> {
  if (act.content.kind === 'withdraw') await acts.becomeWithdrawn(act.content.actId, []);
  await acts.becomeEffective(act._id, propagated);
}
