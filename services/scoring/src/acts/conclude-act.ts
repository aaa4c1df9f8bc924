import type { Act, ActStore } from './act.store.ts';

/** What follows for the acts themselves once the branch-month contains one. Repeated, it changes nothing. */
export async function concludeAct(acts: ActStore, act: Act): Promise<void> {
  if (act.content.kind === 'withdraw') await acts.becomeWithdrawn(act.content.actId, []);
  await acts.becomeEffective(act._id, []);
}
