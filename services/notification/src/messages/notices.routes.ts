import { noticeAnswer, noticeRequest, reminderRequest } from '@jifen/contracts';
import { type Route, route } from '@jifen/service-kit';
import type { ReminderStore } from '../reminders/reminder.store.ts';
import { reminderKey } from '../reminders/spread-reminder.ts';
import type { MessageStore } from './message.store.ts';
import { recordNotice } from './record-notice.ts';

export type NoticeDeps = { messages: MessageStore; reminders: ReminderStore; realNow: () => number; wake: () => void };

/** What other services tell: acknowledged once it is in the record, sent afterwards. */
export function noticeRoutes({ messages, reminders, realNow, wake }: NoticeDeps): Route[] {
  return [
    route({
      method: 'post',
      path: '/internal/notices',
      summary: 'Records one message for each recipient; the same key and recipient are one message.',
      permission: { kind: 'service', services: ['scoring', 'member'] },
      audit: 'notice-recorded',
      request: { body: noticeRequest },
      response: noticeAnswer,
      async handler({ body, now, audit }) {
        const answer = await recordNotice(messages, { notice: body, businessNow: now(), realNow: realNow() });
        if (answer.accepted > 0) await audit.record({ target: body.key, organisation: body.organisation });
        wake();
        return { status: 200, body: answer };
      },
    }),
    route({
      method: 'post',
      path: '/internal/reminders',
      summary: 'Records that a step falls due to be reminded of; who is still outstanding is asked when it is sent.',
      permission: { kind: 'service', services: ['branch-worker'] },
      audit: 'reminder-recorded',
      request: { body: reminderRequest },
      response: noticeAnswer,
      async handler({ body, now, audit }) {
        const key = reminderKey(body);
        const fresh = await reminders.add({ key, request: body, at: now(), recordedAt: realNow() });
        if (fresh) await audit.record({ target: key });
        wake();
        return { status: 200, body: fresh ? { accepted: 1, repeated: 0 } : { accepted: 0, repeated: 1 } };
      },
    }),
  ];
}
