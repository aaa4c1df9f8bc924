import { applyAnswer, noticeAnswer, reachAnswer } from '@jifen/contracts';
import type { HttpClient } from '@jifen/service-kit';
import type { Activities } from './activities.ts';
import { answerOf } from './answer-of.ts';

export type Services = { scoring: HttpClient; notification: HttpClient };

/** The activities, spoken to the services over HTTP. They may be repeated: scoring knows the act and the step, notification the reminder. */
export function createActivities({ scoring, notification }: Services): Activities {
  return {
    async applyAct({ actId }) {
      const path = `/internal/acts/${encodeURIComponent(actId)}/apply`;
      return answerOf(await scoring.request({ method: 'post', path, body: {}, response: applyAnswer }));
    },
    async reachDeadline({ branchId, period, step, round }) {
      const path = `/internal/branch-months/${encodeURIComponent(branchId)}/${encodeURIComponent(period)}/reach`;
      return answerOf(await scoring.request({ method: 'post', path, body: { step, round }, response: reachAnswer }));
    },
    async remindOutstanding(reminder) {
      answerOf(await notification.request({ method: 'post', path: '/internal/reminders', body: reminder, response: noticeAnswer }));
    },
  };
}
