import type { CoreDeps } from '../deps.ts';
import type { Delivery } from '../processes/processes.ts';
import type { Act } from './act.store.ts';
import { addressOf } from './address.ts';
import { concludeAct } from './conclude-act.ts';

type Ports = Pick<CoreDeps, 'acts' | 'months' | 'processes'>;

/** Sends a pending act to its process and waits for the answer. Answers the act as it is then: effective, refused, or pending still. */
export async function deliverAct(ports: Ports, act: Act, waitMs: number): Promise<Act> {
  if (act.status !== 'pending') return act;
  const delivery = await send(ports, act, waitMs);
  const delivered = await ports.acts.find(act._id);
  if (delivery.outcome === 'refused' && delivered?.status === 'pending') await conclude(ports, delivered, delivery.code);
  return (await ports.acts.find(act._id)) ?? act;
}

async function send({ acts, months, processes }: Ports, act: Act, waitMs: number): Promise<Delivery> {
  const record = await months.find(act.branchId, act.period);
  const withdrawn = act.content.kind === 'withdraw' ? await acts.find(act.content.actId) : undefined;
  const address = record && addressOf(record, act, withdrawn);
  if (!record || !address) return { outcome: 'not-yet' };
  const { _id: actId, kind, rosterHash = record.rosterHash } = act;
  return processes.decide(address.workflowId, { actId, kind, round: address.round, rosterHash }, waitMs);
}

/** A refusal without application: the process knew enough. What the branch-month contains already is effective all the same. */
async function conclude({ acts, months }: Ports, act: Act, code: string): Promise<void> {
  const record = await months.find(act.branchId, act.period);
  if (record?.actIds.includes(act._id)) await concludeAct(acts, act);
  else await acts.becomeRefused(act._id, { code, facts: {} }, []);
}
