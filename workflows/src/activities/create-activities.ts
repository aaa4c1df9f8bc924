import { notificationInternals, scoringInternals } from '@jifen/contracts';
import { ask, type HttpClient } from '@jifen/service-kit';
import type { Activities } from './activities.ts';
import { answerOf } from './answer-of.ts';

export type Services = { scoring: HttpClient; notification: HttpClient };

/** The activities, spoken to the services over HTTP. They may be repeated: scoring knows the act and the step, notification the reminder. */
export function createActivities({ scoring, notification }: Services): Activities {
  return {
    async applyAct({ actId }) {
      return answerOf(await ask(scoring, scoringInternals.applyAct, { params: { actId }, body: {} }));
    },
    async reachDeadline({ branchId, period, step, round }) {
      return answerOf(await ask(scoring, scoringInternals.reachDeadline, { params: { branchId, period }, body: { step, round } }));
    },
    async remindOutstanding(reminder) {
      answerOf(await ask(notification, notificationInternals.reminder, { body: reminder }));
    },
  };
}
