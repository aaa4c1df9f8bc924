import { messageEndpoints, messageLists } from '@jifen/contracts';
import { implement, problem, type Route } from '@jifen/service-kit';
import type { MessageStore } from './message.store.ts';
import type { Message } from './message.ts';

const inboxLength = 50;

/** A person's own messages; nobody reads another's. */
export function inboxRoutes({ messages }: { messages: MessageStore }): Route[] {
  return [
    implement(messageLists.inbox, async ({ caller }) => {
      const { items, unread } = await messages.inbox({ recipient: caller.personId ?? '', limit: inboxLength });
      return { status: 200, body: { items: items.map(inboxItemOf), unread } };
    }),
    implement(messageEndpoints.markRead, async ({ params, caller, now, audit }) => {
      const found = await messages.markRead(params.messageId, caller.personId ?? '', now());
      if (!found) return problem({ status: 404, code: 'not-found' });
      await audit.record({ target: params.messageId });
      return { status: 204 };
    }),
  ];
}

function inboxItemOf({ id, template, branchId, period, round, facts, at, readAt }: Message) {
  return { id, template, branchId, period, round, facts, at, readAt };
}
