import type { RemindByHandRequest } from '@jifen/contracts';
import { localDateOf, ok, type Result, refuse } from '@jifen/domain';
import type { Caller } from '@jifen/service-kit';
import { type AccessRefusal, permitted } from '../access.ts';
import type { MessageStore } from '../messages/message.store.ts';
import { recordNotice } from '../notices/record-notice.ts';
import type { OutstandingFinder } from '../ports/ports.ts';

export type RemindRefusal = AccessRefusal | { code: 'nothing-outstanding' };

type Ports = { messages: MessageStore; outstanding: OutstandingFinder; realNow: () => number };
type Asked = { request: RemindByHandRequest; caller: Caller; at: number };
type Reminded = { key: string; accepted: number; repeated: number };

/** The day makes the key: whoever presses again, themselves or another official, adds nothing until the next one. */
function keyOf({ branchId, period, round, step }: RemindByHandRequest, at: number): string {
  return `reminder/${branchId}/${period}/${round}/${step}/by-hand/${localDateOf(at)}`;
}

/** One message for each person who has to act now; of a branch that lies elsewhere than the caller says nothing is told. */
export async function remindByHand(
  { messages, outstanding, realNow }: Ports,
  { request, caller, at }: Asked,
): Promise<Result<Reminded, RemindRefusal>> {
  const { organisation, step, ...month } = request;
  const permission = permitted({ caller, action: 'reminder:send', organisation, at });
  if (!permission.ok) return permission;
  const answer = await outstanding.find({ ...month, step, level: 0 });
  if (answer?.organisation !== organisation) return refuse({ code: 'not-found' });
  const { open, people, branchName, lastDay } = answer;
  if (!open || people.length === 0) return refuse({ code: 'nothing-outstanding' });
  const key = keyOf(request, at);
  const recipients = people.map(({ personId }) => personId);
  const facts = { step, level: 0, branchName, lastDay };
  const notice = { ...month, key, template: 'reminder' as const, organisation, recipients, facts, mail: true, atOnce: true as const };
  const counted = await recordNotice(messages, { notice, businessNow: at, realNow: realNow() });
  return ok({ key, ...counted });
}
