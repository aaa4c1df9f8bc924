import { countyMonthInternals } from '@jifen/contracts';
import { ask, type HttpClient } from '@jifen/service-kit';
import type { CountyActivities } from './activities.ts';
import { answerOf } from './answer-of.ts';

/** The activities of a county's month, spoken to scoring over HTTP. */
export function createCountyActivities({ scoring }: { scoring: HttpClient }): CountyActivities {
  return {
    async beginCountyMonth(params) {
      answerOf(await ask(scoring, countyMonthInternals.begin, { params }));
    },
    async listCountyBranches({ countyId, ...query }) {
      return answerOf(await ask(scoring, countyMonthInternals.branches, { params: { countyId }, query }));
    },
    async openBranchMonth(params) {
      return answerOf(await ask(scoring, countyMonthInternals.open, { params }));
    },
    async finishCountyMonth(params) {
      answerOf(await ask(scoring, countyMonthInternals.finish, { params }));
    },
  };
}
