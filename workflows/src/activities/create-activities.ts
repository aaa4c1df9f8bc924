import { countyMonthInternals, notificationInternals, scoringInternals } from '@jifen/contracts';
import { ask, type ClientResult, type HttpClient, type RemoteRefusal } from '@jifen/service-kit';
import { ApplicationFailure } from '@temporalio/common';
import type { Activities, CountyActivities } from './activities.ts';

type Services = { scoring: HttpClient; notification: HttpClient };

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

/** The activities of a county's month, spoken to scoring over HTTP. */
export function createCountyActivities({ scoring }: Pick<Services, 'scoring'>): CountyActivities {
  return {
    async beginCountyMonth({ countyId, period }) {
      answerOf(await ask(scoring, countyMonthInternals.begin, { params: { countyId, month: period } }));
    },
    async listCountyBranches({ countyId, ...query }) {
      return answerOf(await ask(scoring, countyMonthInternals.branches, { params: { countyId }, query }));
    },
    async openBranchMonth({ countyId, period, branchId }) {
      return answerOf(await ask(scoring, countyMonthInternals.open, { params: { countyId, month: period, branchId } }));
    },
    async finishCountyMonth({ countyId, period }) {
      answerOf(await ask(scoring, countyMonthInternals.finish, { params: { countyId, month: period } }));
    },
  };
}

/** Scoring's clock has not got there yet; the token was not known yet: both are cured by waiting. */
const curedByWaiting = ({ status, code }: RemoteRefusal): boolean => code === 'not-due-yet' || status === 401;

/** The answer, or a failure whose type is the refusal's code; Temporal repeats only what waiting can cure. */
function answerOf<T>(result: ClientResult<T>): T {
  if (result.ok) return result.value;
  const { refusal } = result;
  throw ApplicationFailure.create({ message: refusal.code, type: refusal.code, nonRetryable: !curedByWaiting(refusal) });
}
