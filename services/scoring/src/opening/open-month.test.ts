import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ScoringScheme } from '@jifen/domain';
import { audit, type October, october, recorder, stranger, superior } from '../decisions/october.builders.ts';
import { coreHandlers } from '../handlers.ts';
import { handle } from '../relays.ts';
import { library } from '../scheme-library/scheme-library.files.ts';
import type { Schemes } from '../scheme-library/scheme-library.ts';
import { sourceOf } from '../scheme-library/scheme-library.ts';
import { openMonth } from './open-month.ts';

let world: October;
beforeEach(async () => {
  world = await october();
});

const open = (of: Partial<Parameters<typeof openMonth>[1]> = {}) =>
  openMonth(world.deps, { branchId: 'dongwan', period: '2026-09', caller: superior, now: world.clock.now(), audit, ...of });

function planRestsOn(scheme: ScoringScheme): void {
  const { plans } = world.deps;
  world.deps.plans = {
    find: async (branchId, year) => {
      const found = await plans.find(branchId, year);
      return found && { ...found, scheme };
    },
  };
}

describe("opening a branch's month", () => {
  it('freezes members, posts, scheme, ceiling and the pledges due in it', async () => {
    const record = await world.record();
    expect(record).toMatchObject({
      _id: 'dongwan/2026-10',
      stage: 'applying',
      ceiling: 600,
      meetingOn: '2026-11-10',
      scopes: ['/qinghe', '/qinghe/lianhu', '/qinghe/lianhu/dongwan'],
      counters: { due: 8, applied: 0 },
      state: { posts: { hasCommittee: true, committee: ['person-2', 'person-3'], secretary: 'person-1', recorder: 'person-4' } },
    });
    expect(record.pledges).toHaveLength(8);
    expect(record.state.applicationBy).toBe(Date.parse('2026-11-06T00:00:00+08:00'));
  });

  it('starts its process and tells the members on screen, in the same write', async () => {
    expect(world.months.pendingOf('dongwan/2026-10').map(({ type }) => type)).toEqual(['audit', 'start-branch-month', 'notice']);
    expect(world.months.pendingOf('dongwan/2026-10')[2]?.payload).toMatchObject({
      template: 'month-opened',
      recipients: expect.arrayContaining(['person-1', 'person-8']),
      facts: { lastDay: '2026-11-05' },
    });
  });

  it('answers the same record when it is repeated, whoever was first', async () => {
    const before = await world.record();
    expect(await open({ period: '2026-10' })).toEqual({ ok: true, value: before });
    const both = await Promise.all([open(), open()]);
    expect(both.map((opened) => opened.ok && opened.value._id)).toEqual(['dongwan/2026-09', 'dongwan/2026-09']);
    expect(world.months.pendingOf('dongwan/2026-09').filter(({ type }) => type === 'start-branch-month')).toHaveLength(1);
  });

  it('freezes only pledges that are due in the month', async () => {
    expect(await open()).toMatchObject({ ok: true, value: { pledges: [] } });
  });

  it('freezes the whole scheme in force for its sector, which no later version changes', async () => {
    const asked: string[] = [];
    const inForce = (version: number): Schemes => ({
      inForce: async ({ countyId, sector, period }) => {
        asked.push(`${countyId} ${sector} ${period}`);
        return { ...sourceOf(library, sector), version };
      },
    });
    world.deps.schemes = inForce(7);
    expect(await open()).toMatchObject({ ok: true, value: { sector: 'village-community', state: { profile: { version: 7 } } } });
    world.deps.schemes = inForce(8);
    const record = await world.months.find('dongwan', '2026-09');
    expect(record?.scheme).toEqual({ ...sourceOf(library, 'village-community'), version: 7 });
    expect(asked).toEqual(['qinghe village-community 2026-09']);
  });

  it('follows other tables of items during the year, and no other cap or band than its year plan rests on', async () => {
    const now = (change: (text: string) => string): Schemes => ({
      inForce: async ({ sector }) => JSON.parse(change(JSON.stringify(sourceOf(library, sector)))),
    });
    planRestsOn(sourceOf(library, 'village-community'));
    world.deps.schemes = now((text) =>
      text.replace('[90,)', '[95,)').replace('[80,90)', '[80,95)').replace('"atMost":"10"', '"atMost":"12"'),
    );
    expect(await open()).toEqual({
      ok: false,
      refusal: { code: 'year-plan-of-another-scheme', year: 2026, parts: ['奖励分'], sections: ['grading'] },
    });
    expect(await world.months.find('dongwan', '2026-09')).toBeUndefined();
    world.deps.schemes = now((text) => text.replace('"usual":"-0.5"', '"usual":"-2"'));
    expect(await open()).toMatchObject({ ok: true, value: { branchId: 'dongwan' } });
  });

  it.each([
    ['exact-70', { id: 'task', title: '任务分月度上限', each: '[5,6]', step: '0.01', total: '70' }],
    ['six-capped', { id: 'task', title: '任务分月度上限', each: '[6,6]', step: '1' }],
  ] as const)('freezes what its year plan decides: %s', async (policy, plan) => {
    const { plans } = world.deps;
    world.deps.plans = {
      find: async (branchId, year) => {
        const found = await plans.find(branchId, year);
        return found && { ...found, policy };
      },
    };
    expect(await open()).toMatchObject({ ok: true, value: { scheme: { plans: [plan] } } });
  });

  it('is refused with a scheme that months cannot follow, and says where', async () => {
    const scheme = { ...sourceOf(library, 'village-community'), places: 1 };
    planRestsOn(scheme);
    world.deps.schemes = { inForce: async () => scheme };
    const finding = { code: 'out-of-range', path: '/places', severity: 'error', values: { value: '1', range: '[2,2]' } };
    expect(await open()).toEqual({
      ok: false,
      refusal: { code: 'scheme-unfit-for-months', schemeId: 'source-village-community', findings: [finding] },
    });
    expect(await world.months.find('dongwan', '2026-09')).toBeUndefined();
  });

  it('is for the supervising committee: others are forbidden, strangers find nothing', async () => {
    expect(await open({ caller: recorder })).toEqual({ ok: false, refusal: { code: 'forbidden', action: 'branch-month:open' } });
    expect(await open({ caller: stranger })).toEqual({ ok: false, refusal: { code: 'not-found' } });
    expect(await open({ branchId: 'nowhere' })).toEqual({ ok: false, refusal: { code: 'not-found' } });
  });

  it('is refused before the month has begun, and without a year plan', async () => {
    expect(await open({ period: '2026-11' })).toEqual({ ok: false, refusal: { code: 'month-not-begun', period: '2026-11' } });
    expect(await open({ period: '2025-12' })).toEqual({ ok: false, refusal: { code: 'no-year-plan', branchId: 'dongwan', year: 2025 } });
    expect(await world.months.find('dongwan', '2026-11')).toBeUndefined();
  });

  it('is refused while a post is vacant', async () => {
    const card = await world.deps.cards.branch('dongwan');
    const withoutRecorder = {
      ...world.deps.cards,
      branch: async () => card && { ...card, posts: card.posts.filter(({ role }) => role !== 'recorder') },
    };
    world.deps.cards = withoutRecorder;
    expect(await open()).toEqual({ ok: false, refusal: { code: 'post-vacant', role: 'recorder' } });
  });
});

describe('the process of an opened month', () => {
  it('is started from the record as it is then, and again after Temporal was away', async () => {
    const handlers = coreHandlers(world.deps);
    const month = { branchId: 'dongwan', period: '2026-10' };
    world.processes.mood = 'unreachable';
    await expect(handle(handlers, 'start-branch-month', month)).rejects.toThrow('Temporal cannot be reached');
    world.processes.mood = 'applies';
    await handle(handlers, 'start-branch-month', month);
    expect(world.processes.started).toMatchObject([
      { ...month, memberIds: expect.arrayContaining(['member-8']), state: { stage: 'applying', round: 1, actIds: [] }, resume: false },
    ]);
  });
});
