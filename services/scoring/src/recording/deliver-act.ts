import type { Act } from '../acts/act.store.ts';
import type { CoreDeps } from '../deps.ts';
import { processOf } from '../month-acts/process-of.ts';
import type { Delivery } from '../processes/processes.ts';
import { concludeAct } from './conclude-act.ts';

type Ports = Pick<CoreDeps, 'acts' | 'months' | 'processes'>;

/** Sends a pending act to its process and waits for the answer. Answers the act as it is then: effective, refused, or pending still. */
export async function deliverAct(ports: Ports, act: Act, waitMs: number): Promise<Act> {
  if (act.status !== 'pending') return act;
  const delivery = await send(ports, act, waitMs);
  const delivered = (await ports.acts.find(act._id)) ?? act;
  if (delivery.outcome !== 'refused' || delivered.status !== 'pending') return delivered;
  await conclude(ports, delivered, delivery.code);
  return (await ports.acts.find(act._id)) ?? delivered;
}

async function send({ acts, processes }: Ports, act: Act, waitMs: number): Promise<Delivery> {
  const { _id: actId, kind, round, rosterHash = '' } = act;
  const withdrawn = act.content.kind === 'withdraw' ? await acts.find(act.content.actId) : undefined;
  return processes.decide(processOf(act, withdrawn), { actId, kind, round, rosterHash }, waitMs);
}

/** A refusal without application: the process knew enough. What the branch-month contains already is effective all the same. */
async function conclude({ acts, months }: Ports, act: Act, code: string): Promise<void> {
  const record = await months.find(act.branchId, act.period);
  if (record?.actIds.includes(act._id)) await concludeAct(acts, act, record);
  else await acts.becomeRefused(act._id, { code, facts: {} }, []);
}
