import { inboxAnswer } from '@jifen/contracts';
import type { PersonalAction } from '@jifen/domain';
import { problem, type Route, routeOf } from '@jifen/service-kit';
import { z } from 'zod';
import type { MessageStore } from './message.store.ts';
import type { Message } from './message.ts';

const route = routeOf<PersonalAction>();

const inboxLength = 50;

/** A person's own messages; nobody reads another's. */
export function inboxRoutes({ messages }: { messages: MessageStore }): Route[] {
  return [
    route({
      method: 'get',
      path: '/inbox',
      summary: 'The newest messages of the person who asks.',
      permission: { kind: 'action', action: 'own-inbox:read' },
      audit: 'none-read',
      response: inboxAnswer,
      async handler({ caller }) {
        const { items, unread } = await messages.inbox({ recipient: caller.personId ?? '', limit: inboxLength });
        return { status: 200, body: { items: items.map(inboxItemOf), unread } };
      },
    }),
    route({
      method: 'post',
      path: '/inbox/:messageId/read',
      summary: 'Marks an own message as read; doing it twice changes nothing.',
      permission: { kind: 'action', action: 'own-inbox:mark' },
      audit: 'message-read',
      request: { params: z.strictObject({ messageId: z.string().regex(/^[0-9a-f]{32}$/) }) },
      async handler({ params, caller, now, audit }) {
        const found = await messages.markRead(params.messageId, caller.personId ?? '', now());
        if (!found) return problem({ status: 404, code: 'not-found' });
        await audit.record({ target: params.messageId });
        return { status: 204 };
      },
    }),
  ];
}

function inboxItemOf({ id, template, branchId, period, round, facts, at, readAt }: Message) {
  return { id, template, branchId, period, round, facts, at, ...(readAt === undefined ? {} : { readAt }) };
}
