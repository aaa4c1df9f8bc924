import { countyMonthInternals } from '@jifen/contracts';
import { ask, type HttpClient } from '@jifen/service-kit';
import type { CountyActivities } from './activities.ts';
import { answerOf } from './answer-of.ts';

/** The activities of a county's month, spoken to scoring over HTTP. */
export function createCountyActivities({ scoring }: { scoring: HttpClient }): CountyActivities {
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
