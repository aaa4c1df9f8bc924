import { notificationInternals } from '@jifen/contracts';
import { implement, type Route } from '@jifen/service-kit';
import type { MessageStore } from '../messages/message.store.ts';
import { recordNotice } from './record-notice.ts';

export type NoticeDeps = { messages: MessageStore; realNow: () => number; wake: () => void };

/** What other services tell: acknowledged once it is in the record, sent afterwards. */
export function noticeRoutes({ messages, realNow, wake }: NoticeDeps): Route[] {
  return [
    implement(notificationInternals.notice, async ({ body, now, audit }) => {
      const answer = await recordNotice(messages, { notice: body, businessNow: now(), realNow: realNow() });
      if (answer.accepted > 0) await audit.record({ target: body.key, organisation: body.organisation });
      wake();
      return { status: 200, body: answer };
    }),
  ];
}
