import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '@jifen/service-kit';
import { aCaller, aGrant, aService, type TestApp, testApp } from '@jifen/test-kit';
import { stranger, superior } from '../decisions/october.builders.ts';
import { aCounty, type County } from './county.builders.ts';
import { countyMonthRoutes } from './county-months.routes.ts';

let county: County;
let app: TestApp;
beforeEach(async () => {
  county = await aCounty();
  app = await testApp(countyMonthRoutes(county.deps), { clock: county.clock });
});

const worker = aService('member-worker');
const otherCounty = aCaller({ grants: [aGrant({ role: 'county-organisation-department', organisation: '/lingshan' })] });
const department = aCaller({ grants: [aGrant({ role: 'county-organisation-department', organisation: '/qinghe' })] });
const month = '/internal/county-months/qinghe/2026-10';

async function call(method: 'get' | 'post', path: string, caller: Caller) {
  const sent = app.http[method](path).set('authorization', `Bearer ${await app.identity.tokenFor(caller)}`);
  return method === 'post' ? sent.send({}) : sent;
}

describe("the county's month, as the process opens it", () => {
  it('begins, opens or keeps why not, and is finished; each is on record', async () => {
    expect((await call('post', `${month}/begin`, worker)).status).toBe(204);
    expect((await call('post', `${month}/branches/nanwan/open`, worker)).body).toEqual({ outcome: 'opened' });
    expect((await call('post', `${month}/branches/nanwan/open`, worker)).body).toEqual({ outcome: 'already-open' });
    expect((await call('post', `${month}/branches/xiwan/open`, worker)).body).toEqual({ outcome: 'refused', code: 'post-vacant' });
    expect((await call('post', `${month}/finish`, worker)).status).toBe(204);
    const entries = county.countyMonths.pendingOf('qinghe/2026-10').map(({ payload }) => payload);
    expect(entries).toMatchObject([
      { action: 'county-month-begun', actor: 'member-worker', target: 'qinghe/2026-10', result: 'done' },
      { action: 'branch-month-opened', target: 'xiwan/2026-10', result: 'refused', details: { code: 'post-vacant' } },
      { action: 'county-month-finished', target: 'qinghe/2026-10', result: 'done' },
    ]);
    expect(county.months.pendingOf('nanwan/2026-10')[0]).toMatchObject({
      payload: { action: 'branch-month-opened', actor: 'member-worker', target: 'nanwan/2026-10' },
    });
  });

  it('answers 409 before its first day, and keeps nothing', async () => {
    const early = await call('post', '/internal/county-months/qinghe/2026-11/begin', worker);
    expect([early.status, early.body.code]).toEqual([409, 'month-not-begun']);
    expect(await county.countyMonths.find({ countyId: 'qinghe', period: '2026-11' })).toBeUndefined();
  });

  it('pages the branches of the county and of no other', async () => {
    const page = async (query: string) => (await call('get', `/internal/counties/qinghe/branches?${query}`, worker)).body;
    expect(await page('limit=2')).toEqual({ branchIds: ['beiwan', 'dongwan'], next: 'dongwan' });
    expect(await page('limit=2&after=dongwan')).toEqual({ branchIds: ['gucun', 'nanwan'], next: 'nanwan' });
    expect(await page('limit=2&after=nanwan')).toEqual({ branchIds: ['xiwan'] });
    expect(await page('limit=5')).toEqual({ branchIds: ['beiwan', 'dongwan', 'gucun', 'nanwan', 'xiwan'] });
  });

  it.each([0, 101])('a page of %d branches is no page', async (limit) => {
    expect((await call('get', `/internal/counties/qinghe/branches?limit=${limit}`, worker)).status).toBe(400);
  });

  it.each([
    ['post', `${month}/begin`],
    ['post', `${month}/branches/nanwan/open`],
    ['post', `${month}/finish`],
    ['get', '/internal/counties/qinghe/branches?limit=5'],
  ] as const)('%s %s is for the workers, not for people', async (method, path) => {
    expect((await call(method, path, department)).status).toBe(403);
    expect(await county.months.find('nanwan', '2026-10')).toBeUndefined();
  });
});

describe('GET /county-months/:countyId/:period', () => {
  const path = '/county-months/qinghe/2026-10';

  it('shows the county department how many are open, and who refused for what reason', async () => {
    await call('post', `${month}/begin`, worker);
    for (const branchId of ['nanwan', 'xiwan', 'beiwan']) await call('post', `${month}/branches/${branchId}/open`, worker);
    await call('post', `${month}/finish`, worker);
    const at = county.clock.now();
    expect((await call('get', path, department)).body).toEqual({
      countyId: 'qinghe',
      period: '2026-10',
      begunAt: at,
      finishedAt: at,
      counts: { branches: 5, open: 2 },
      refusals: [
        { branchId: 'beiwan', branchName: 'beiwan党支部', code: 'no-year-plan', facts: { branchId: 'beiwan', year: 2026 }, at },
        { branchId: 'xiwan', branchName: 'xiwan党支部', code: 'post-vacant', facts: { role: 'recorder' }, at },
      ],
    });
  });

  it('answers 404 to a month that did not open by itself and to another county, and refuses every other post', async () => {
    expect((await call('get', path, department)).status).toBe(404);
    await call('post', `${month}/begin`, worker);
    expect((await call('get', path, otherCounty)).status).toBe(404);
    expect((await call('get', path, superior)).status).toBe(403);
    expect((await call('get', path, stranger)).status).toBe(403);
  });

  it('is forbidden to other posts of the county', async () => {
    const other = aCaller({ grants: [aGrant({ role: 'supervising-committee', organisation: '/qinghe' })] });
    expect((await call('get', path, other)).status).toBe(403);
  });
});
