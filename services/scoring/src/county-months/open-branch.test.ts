import { beforeEach, describe, expect, it } from '@jest/globals';
import { aService } from '@jifen/test-kit';
import { aPost } from '../cards/card.builders.ts';
import { audit, superior } from '../decisions/october.builders.ts';
import { openMonth } from '../opening/open-month.ts';
import { beginCountyMonth } from './begin-county-month.ts';
import { aCounty, type County } from './county.builders.ts';
import { finishCountyMonth } from './finish-county-month.ts';
import { openBranch } from './open-branch.ts';

const month = { countyId: 'qinghe', period: '2026-10' };
const worker = aService('member-worker');
let county: County;
beforeEach(async () => {
  county = await aCounty();
});

const now = () => county.clock.now();
const open = (branchId: string, of: object = {}) =>
  openBranch(county.deps, { ...month, branchId, caller: worker, now: now(), audit, ...of });
const begin = () => beginCountyMonth(county.deps, { ...month, now: now(), events: [] });
const finish = () => finishCountyMonth(county.deps, { ...month, now: now(), events: [] });
const kept = () => county.countyMonths.find(month);

describe("opening a branch's month with the county's", () => {
  it('opens it without a person behind it, as by hand', async () => {
    expect(await open('nanwan')).toEqual({ outcome: 'opened' });
    expect(await county.months.find('nanwan', '2026-10')).toMatchObject({ stage: 'applying', counters: { due: 8 } });
    expect(county.months.pendingOf('nanwan/2026-10').map(({ type }) => type)).toEqual(['audit', 'start-branch-month', 'notice']);
  });

  it('changes nothing when it is repeated, or when the month was opened by hand', async () => {
    await open('nanwan');
    expect(await open('nanwan')).toEqual({ outcome: 'already-open' });
    expect(await open('dongwan')).toEqual({ outcome: 'already-open' });
    expect(county.months.pendingOf('nanwan/2026-10').filter(({ type }) => type === 'start-branch-month')).toHaveLength(1);
  });

  it.each([
    ['has no recorder', 'xiwan', 'post-vacant', { role: 'recorder' }],
    ['has no plan for the year', 'beiwan', 'no-year-plan', { branchId: 'beiwan', year: 2026 }],
    ['has no members', 'gucun', 'no-participants', { branchId: 'gucun' }],
  ])('a branch that %s is refused, and the county sees why', async (_which, branchId, code, facts) => {
    await begin();
    expect(await open(branchId)).toEqual({ outcome: 'refused', code });
    const refusal = { branchName: `${branchId}党支部`, code, facts, at: now() };
    expect((await kept())?.refusals).toEqual({ [branchId]: refusal });
    expect(await county.months.find(branchId, '2026-10')).toBeUndefined();
  });

  it.each(['nowhere', 'yuanfang'])('%s is no branch of this county', async (branchId) => {
    expect(await open(branchId)).toEqual({ outcome: 'refused', code: 'not-found' });
    expect(await county.months.find(branchId, '2026-10')).toBeUndefined();
  });

  it('a refusal is audited as one, in the write that keeps it', async () => {
    await open('xiwan');
    expect(county.countyMonths.pendingOf('qinghe/2026-10')).toMatchObject([
      { type: 'audit', payload: { target: 'xiwan/2026-10', result: 'refused' } },
    ]);
  });

  it('a refused branch opens when the reason is gone, and is refused no longer', async () => {
    await open('xiwan');
    const card = await county.deps.cards.branch('xiwan');
    const recorder = aPost({ personId: 'person-4', organisation: '/qinghe/lianhu/xiwan' });
    if (card) await county.deps.cards.keepBranches([{ ...card, posts: [...card.posts, recorder], version: 2 }]);
    expect(await open('xiwan')).toEqual({ outcome: 'opened' });
    expect((await kept())?.refusals).toEqual({});
  });

  it('opened by hand afterwards, a branch is missing no longer', async () => {
    await begin();
    for (const branchId of ['dongwan', 'nanwan', 'xiwan']) await open(branchId);
    await finish();
    expect((await kept())?.counts).toEqual({ branches: 5, open: 2 });
    const card = await county.deps.cards.branch('xiwan');
    const recorder = aPost({ personId: 'person-4', organisation: '/qinghe/lianhu/xiwan' });
    if (card) await county.deps.cards.keepBranches([{ ...card, posts: [...card.posts, recorder], version: 2 }]);
    const byHand = { branchId: 'xiwan', period: '2026-10', caller: superior, now: now(), audit };
    expect(await openMonth(county.deps, byHand)).toMatchObject({ ok: true });
    expect(await kept()).toMatchObject({ refusals: {}, counts: { branches: 5, open: 3 } });
  });
});

describe("a county's month", () => {
  it('begins once', async () => {
    await begin();
    const before = await kept();
    county.clock.set('2026-10-27T09:00:00+08:00');
    expect(await begin()).toEqual({ ok: true, value: true });
    expect(await kept()).toEqual(before);
  });

  it('does not begin before its first day', async () => {
    const early = { countyId: 'qinghe', period: '2026-11', events: [] };
    const begins = Date.parse('2026-11-01T00:00:00+08:00');
    expect(await beginCountyMonth(county.deps, { ...early, now: begins - 1 })).toEqual({
      ok: false,
      refusal: { code: 'month-not-begun', period: '2026-11' },
    });
    expect(await beginCountyMonth(county.deps, { ...early, now: begins })).toEqual({ ok: true, value: true });
  });

  it('counts the branches and the open ones anew each time it is finished', async () => {
    await begin();
    await finish();
    expect(await kept()).toMatchObject({ counts: { branches: 5, open: 1 }, finishedAt: now() });
    await open('nanwan');
    await finish();
    expect((await kept())?.counts).toEqual({ branches: 5, open: 2 });
  });
});
