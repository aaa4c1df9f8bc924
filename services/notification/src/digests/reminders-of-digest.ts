import type { MessageStore } from '../messages/message.store.ts';
import type { Mail, Message } from '../messages/message.ts';

/** What is in a digest is settled by its first attempt: with a second copy nothing new comes. */
export async function remindersOf(store: MessageStore, { id, recipient }: Message): Promise<Message[]> {
  const joined = await store.joined(recipient, id);
  return joined.length === 0 ? store.join(recipient, id) : joined.filter(isUnderWay);
}

const isUnderWay = ({ digest }: Message) => digest?.state === 'joined' && digest.outcome === undefined;

type Ended = { about: readonly Message[]; told: readonly Message[]; mail: Mail };

/** Written before the digest itself ends: whoever takes over from a process that died in between sends nothing a second time. */
export async function concludeReminders(
  store: MessageStore,
  { id: digestId, recipient }: Message,
  { about, told, mail }: Ended,
): Promise<void> {
  if (!('at' in mail)) return;
  const isTold = new Set(told.map(({ id }) => id));
  const left = about.map(({ id }) => id).filter((id) => !isTold.has(id));
  const end = { recipient, digestId, attempts: mail.attempts };
  await store.concludeJoined({ ...end, ids: [...isTold], outcome: mail.state });
  await store.concludeJoined({ ...end, ids: left, outcome: 'no-longer-due' });
}
