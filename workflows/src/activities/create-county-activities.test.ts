import { describe, expect, it } from '@jest/globals';
import type { ClientRequest, ClientResult, HttpClient } from '@jifen/service-kit';
import type { z } from 'zod';
import { createCountyActivities } from './create-activities.ts';

type Answer = { ok: true; status: number; value: unknown } | { ok: false; refusal: { status: number; code: string; facts: object } };

/** Answers what it is told to, and keeps what it was asked. */
function activitiesOf(answer: Answer) {
  const requests: object[] = [];
  const scoring: HttpClient = {
    async request<R extends z.ZodType>({ method, path, query, body, response }: ClientRequest<R>): Promise<ClientResult<z.output<R>>> {
      requests.push({ method, path, ...(query && { query }), ...(body !== undefined && { body }) });
      if (!answer.ok) return { ok: false, refusal: { ...answer.refusal, facts: {} } };
      return { ok: true, status: answer.status, value: response.parse(answer.value) };
    },
  };
  return { activities: createCountyActivities({ scoring }), requests };
}

const month = { countyId: 'qinghe', period: '2026-10' };
const ok = (value?: unknown): Answer => ({ ok: true, status: value === undefined ? 204 : 200, value });

describe("activities of a county's month", () => {
  it('a month is begun and finished at scoring', async () => {
    const { activities, requests } = activitiesOf(ok());
    await activities.beginCountyMonth(month);
    await activities.finishCountyMonth(month);
    expect(requests).toEqual([
      { method: 'post', path: '/internal/county-months/qinghe/2026-10/begin' },
      { method: 'post', path: '/internal/county-months/qinghe/2026-10/finish' },
    ]);
  });

  it('a page of branches is asked for from where one left off', async () => {
    const { activities, requests } = activitiesOf(ok({ branchIds: ['dongwan'], next: 'dongwan' }));
    expect(await activities.listCountyBranches({ countyId: 'qinghe', after: 'beiwan', limit: 50 })).toEqual({
      branchIds: ['dongwan'],
      next: 'dongwan',
    });
    expect(requests).toEqual([{ method: 'get', path: '/internal/counties/qinghe/branches', query: { after: 'beiwan', limit: 50 } }]);
  });

  it('a branch that refuses is an answer, not a failure', async () => {
    const { activities, requests } = activitiesOf(ok({ outcome: 'refused', code: 'post-vacant' }));
    expect(await activities.openBranchMonth({ ...month, branchId: 'xiwan' })).toEqual({ outcome: 'refused', code: 'post-vacant' });
    expect(requests).toEqual([{ method: 'post', path: '/internal/county-months/qinghe/2026-10/branches/xiwan/open' }]);
  });

  it('a month that has not begun is a failure for good', async () => {
    const { activities } = activitiesOf({ ok: false, refusal: { status: 409, code: 'month-not-begun', facts: {} } });
    await expect(activities.beginCountyMonth(month)).rejects.toMatchObject({ type: 'month-not-begun', nonRetryable: true });
  });
});
