import { countyBranchesAnswer, openBranchAnswer } from '@jifen/contracts';
import { type HttpClient, nothing } from '@jifen/service-kit';
import type { CountyActivities } from './activities.ts';
import { answerOf } from './answer-of.ts';

const segment = encodeURIComponent;
const pathOf = (countyId: string, period: string) => `/internal/county-months/${segment(countyId)}/${segment(period)}`;

/** The activities of a county's month, spoken to scoring over HTTP. */
export function createCountyActivities({ scoring }: { scoring: HttpClient }): CountyActivities {
  return {
    async beginCountyMonth({ countyId, period }) {
      const path = `${pathOf(countyId, period)}/begin`;
      answerOf(await scoring.request({ method: 'post', path, body: {}, response: nothing }));
    },
    async listCountyBranches({ countyId, ...query }) {
      const path = `/internal/counties/${segment(countyId)}/branches`;
      return answerOf(await scoring.request({ method: 'get', path, query, response: countyBranchesAnswer }));
    },
    async openBranchMonth({ countyId, period, branchId }) {
      const path = `${pathOf(countyId, period)}/branches/${segment(branchId)}/open`;
      return answerOf(await scoring.request({ method: 'post', path, body: {}, response: openBranchAnswer }));
    },
    async finishCountyMonth({ countyId, period }) {
      const path = `${pathOf(countyId, period)}/finish`;
      answerOf(await scoring.request({ method: 'post', path, body: {}, response: nothing }));
    },
  };
}
