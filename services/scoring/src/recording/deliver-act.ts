import type { Act, ActStore } from '../acts/act.store.ts';
import type { Delivery, Processes } from '../processes/processes.ts';
import { concludeAct } from './apply-act.ts';
import type { Subjects } from './subject-row.ts';

export type DeliveryPorts = { subjects: Subjects; acts: ActStore; processes: Pick<Processes, 'decide'> };

/** Sends a pending act to its process and waits for the answer. Answers the act as it is then: effective, refused, or pending still. */
export async function deliverAct(ports: DeliveryPorts, act: Act, waitMs: number): Promise<Act> {
  if (act.status !== 'pending') return act;
  const delivery = await send(ports, act, waitMs);
  if (delivery.outcome === 'effective') return { ...act, status: 'effective' };
  const delivered = (await ports.acts.find(act._id)) ?? act;
  if (delivery.outcome !== 'refused' || delivered.status !== 'pending') return delivered;
  await conclude(ports, delivered, delivery.code);
  return (await ports.acts.find(act._id)) ?? delivered;
}

async function send({ subjects, acts, processes }: DeliveryPorts, act: Act, waitMs: number): Promise<Delivery> {
  const { _id: actId, kind, round, rosterHash = '', subject } = act;
  const withdrawn = act.content.kind === 'withdraw' ? await acts.find(act.content.actId) : undefined;
  return processes.decide(subjects[subject.kind].processOf(act, withdrawn), { actId, kind, round, rosterHash }, waitMs);
}

/** A refusal without application: the process knew enough. What the record contains already is effective all the same. */
async function conclude({ subjects, acts }: DeliveryPorts, act: Act, code: string): Promise<void> {
  const row = subjects[act.subject.kind];
  const record = await row.find(act.subject);
  if (record?.actIds.includes(act._id)) await concludeAct(acts, act, row.propagated(record, act));
  else await acts.becomeRefused(act._id, { code, facts: {} }, []);
}
