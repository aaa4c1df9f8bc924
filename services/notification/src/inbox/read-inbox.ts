import { isDone } from '../deliveries/still-due.ts';
import type { MessageStore } from '../messages/message.store.ts';
import type { Message } from '../messages/message.ts';
import type { Outstanding } from '../ports/ports.ts';

type Ports = { store: MessageStore; outstanding: Outstanding };
type Asked = { recipient: string; at: number };

const inboxLength = 50;
/** Scoring is asked about so many messages at once; with the next reading about the next. */
const askedAtOnce = 20;

/** A person's newest messages. What is found to be done is no longer unread; while scoring cannot say, it stays as it is. */
export async function readInbox({ store, outstanding }: Ports, { recipient, at }: Asked): Promise<{ items: Message[]; unread: number }> {
  const inbox = await store.inbox({ recipient, limit: inboxLength });
  const unread = inbox.items.filter(({ readAt, doneAt }) => readAt === undefined && doneAt === undefined).slice(0, askedAtOnce);
  const done = await Promise.all(unread.map((message) => isDone(outstanding, message).catch(() => false)));
  const ids = unread.filter((_, index) => done[index]).map(({ id }) => id);
  if (ids.length === 0) return inbox;
  await store.markDone(ids, at);
  return store.inbox({ recipient, limit: inboxLength });
}
