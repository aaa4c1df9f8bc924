import { type NoticeRequest, notificationInternals } from '@jifen/contracts';
import { ask, type HttpClient } from '@jifen/service-kit';

/** Rejects while notification cannot be reached. */
export type Notices = { send(notice: NoticeRequest): Promise<void> };

/** Notification knows a notice by its key: sending it again is one notice. */
export function notificationNotices(notification: HttpClient): Notices {
  return {
    async send(notice) {
      const answer = await ask(notification, notificationInternals.notice, { body: notice, idempotencyKey: notice.key });
      if (!answer.ok) throw new Error(`notification refused ${notice.key}: ${answer.refusal.code}`);
    },
  };
}
