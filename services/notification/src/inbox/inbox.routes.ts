import { messageEndpoints, messageLists } from '@jifen/contracts';
import { implement, problem, type Route } from '@jifen/service-kit';
import type { MessageStore } from '../messages/message.store.ts';
import type { Message } from '../messages/message.ts';
import { outstandingForAWhile } from '../ports/asked-ahead.ts';
import type { Outstanding } from '../ports/ports.ts';
import { readInbox } from './read-inbox.ts';

export type InboxDeps = { messages: MessageStore; outstanding: Outstanding; realNow: () => number };

/** A person's own messages; nobody reads another's. */
export function inboxRoutes({ messages, outstanding, realNow }: InboxDeps): Route[] {
  const ports = { store: messages, outstanding: outstandingForAWhile(outstanding, { keepMs: 3_000, realNow }) };
  return [
    implement(messageLists.inbox, async ({ caller, now }) => {
      const { items, unread } = await readInbox(ports, { recipient: caller.personId ?? '', at: now() });
      return { status: 200, body: { items: items.map(inboxItemOf), unread } };
    }),
    implement(messageEndpoints.markRead, async ({ params, caller, now, audit }) => {
      const found = await messages.markRead(params.messageId, caller.personId ?? '', now());
      if (!found) return problem({ status: 404, code: 'not-found' });
      await audit.record({ target: params.messageId });
      return { status: 204 };
    }),
    implement(messageEndpoints.markAllRead, async ({ body, caller, now, audit }) => {
      const marked = await messages.markAllRead(caller.personId ?? '', body.upTo, now());
      if (marked > 0) await audit.record({ target: 'inbox', details: { ...body, marked } });
      return { status: 200, body: { marked } };
    }),
  ];
}

function inboxItemOf({ id, template, branchId, period, round, facts, at, readAt, doneAt }: Message) {
  return { id, template, branchId, period, round, facts, at, readAt, doneAt };
}
