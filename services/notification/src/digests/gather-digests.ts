import { localDateOf } from '@jifen/domain';
import type { MessageStore } from '../messages/message.store.ts';
import { type Message, messageId, queuedMail } from '../messages/message.ts';

export type Gather = { store: MessageStore; businessNow: number; realNow: number; limit: number };

/** One mail a day for all that a person is reminded of; what comes after it has left waits for the next day's. */
export async function gatherDigests({ store, businessNow, realNow, limit }: Gather): Promise<number> {
  const day = localDateOf(businessNow);
  const recipients = await store.waitingForDigest({ now: realNow, day, limit });
  const added = await store.addAll(recipients.map((recipient) => digestOf(recipient, { day, businessNow, realNow })));
  await store.passOver(recipients, day);
  return added;
}

type Times = { day: string; businessNow: number; realNow: number };

/** The day makes the key. */
function digestOf(recipient: string, { day, businessNow, realNow }: Times): Message {
  const key = `digest/${day}`;
  const id = messageId(key, recipient);
  const ofNoBranch = { organisation: '', branchId: '', period: '', round: 0, facts: {} };
  return { id, key, template: 'reminder', gathers: day, ...ofNoBranch, recipient, at: businessNow, mail: queuedMail(id, realNow) };
}
