import { beforeEach, describe, expect, it } from '@jest/globals';
import type { YearPlan } from '@jifen/contracts';
import type { ScoringScheme } from '@jifen/domain';
import { aBranchCard, aMemberCard } from '../cards/card.builders.ts';
import { fakeCardStore } from '../cards/card.store.fake.ts';
import type { CardStore } from '../cards/card.store.ts';
import { library } from '../scheme-library/scheme-library.files.ts';
import type { Schemes } from '../scheme-library/scheme-library.ts';
import { sourceOf } from '../scheme-library/scheme-library.ts';
import { keepYearPlan } from './keep-year-plan.ts';
import { fakeYearPlanStore } from './year-plan.store.fake.ts';
import type { YearPlanStore } from './year-plan.store.ts';

let cards: CardStore;
let plans: YearPlanStore;
beforeEach(async () => {
  cards = fakeCardStore();
  plans = fakeYearPlanStore();
  await cards.keepBranches([aBranchCard()]);
  await cards.keepMembers([aMemberCard(1), aMemberCard(2, { class: 'with-post' })]);
});

const pledge = (memberId: string, kind: YearPlan['pledges'][number]['kind']) => ({
  id: `${memberId}-${kind}`,
  memberId,
  kind,
  text: '承诺',
  dueMonths: [10],
  weight: 1,
});
const fourKinds = (memberId: string) => (['common', 'post', 'practical', 'self-discipline'] as const).map((kind) => pledge(memberId, kind));
const aPlan = (of: Partial<YearPlan> = {}): YearPlan => ({
  branchId: 'dongwan',
  year: 2026,
  policy: 'exact-70',
  ceilings: [600, 600, 600, 600, 600, 600, 600, 600, 600, 600, 500, 500],
  pledges: [...fourKinds('member-1'), pledge('member-2', 'year-target')],
  ...of,
});
const asked: string[] = [];
const schemes = (of: Partial<ScoringScheme> = {}): Schemes => ({
  inForce: async ({ countyId, sector, period }) => {
    asked.push(`${countyId} ${sector} ${period}`);
    return { ...sourceOf(library, sector), ...of };
  },
});
const keep = (plan: YearPlan, of?: Partial<ScoringScheme>) => keepYearPlan({ cards, plans, schemes: schemes(of), realNow: () => 7 }, plan);

describe('a year plan', () => {
  it('is kept with its pledges', async () => {
    expect(await keep(aPlan())).toEqual({ ok: true, value: { adopted: 5, refused: [] } });
    expect(await plans.find('dongwan', 2026)).toEqual({
      ...aPlan(),
      refused: [],
      keptAt: 7,
      scheme: sourceOf(library, 'village-community'),
    });
  });

  it('goes on without the line of a member without post who pledges three kinds only (S-15)', async () => {
    const pledges = [...fourKinds('member-1').slice(0, 3), pledge('member-2', 'year-target')];
    const kept = await keep(aPlan({ pledges }));
    const line = { memberId: 'member-1', code: 'pledge-kinds-missing', facts: { missing: ['self-discipline'] } };
    expect(kept).toEqual({ ok: true, value: { adopted: 1, refused: [line] } });
    expect((await plans.find('dongwan', 2026))?.pledges.map(({ memberId }) => memberId)).toEqual(['member-2']);
  });

  it('names pledges of people who are not of the branch', async () => {
    const pledges = [...aPlan().pledges, pledge('member-9', 'common')];
    expect(await keep(aPlan({ pledges }))).toMatchObject({
      value: { adopted: 5, refused: [{ memberId: 'member-9', code: 'unknown-member' }] },
    });
  });

  it('of twelve sixes is refused under exact-70 and nothing is kept; under six-capped it is kept (S-10)', async () => {
    const ceilings = Array.from({ length: 12 }, () => 600);
    expect(await keep(aPlan({ ceilings }))).toMatchObject({
      ok: false,
      refusal: { code: 'ceilings-do-not-sum', total: 7200, expected: '70' },
    });
    expect(await plans.find('dongwan', 2026)).toBeUndefined();
    expect(await keep(aPlan({ ceilings, policy: 'six-capped' }))).toMatchObject({ ok: true });
  });

  it('rests on the scheme in force in the first month of its year, and keeps it', async () => {
    asked.length = 0;
    const sixty = { plans: [{ id: 'task', title: '月度上限', each: '[5,5]', step: '1', total: '60' }] };
    const fives = Array.from({ length: 12 }, () => 500);
    expect(await keep(aPlan(), sixty)).toMatchObject({ refusal: { code: 'ceiling-out-of-range', month: 1, each: '[5,5]' } });
    expect(await keep(aPlan({ ceilings: fives }), sixty)).toMatchObject({ ok: true });
    expect((await plans.find('dongwan', 2026))?.scheme).toEqual({ ...sourceOf(library, 'village-community'), ...sixty });
    expect(asked).toEqual(Array(2).fill('qinghe village-community 2026-01'));
  });

  it('wants the kinds of pledge that its scheme names', async () => {
    const pledges = [{ item: 'pledges', classes: ['in-post'], kinds: ['unit-work'] }];
    const line = { memberId: 'member-2', code: 'pledge-kinds-missing', facts: { missing: ['unit-work'] } };
    expect(await keep(aPlan(), { pledges })).toMatchObject({ value: { refused: [line] } });
  });

  it('is refused under a scheme that months cannot follow, and nothing is kept', async () => {
    expect(await keep(aPlan(), { places: 1 })).toMatchObject({
      refusal: { code: 'scheme-unfit-for-months', schemeId: 'source-village-community', findings: [{ path: '/places' }] },
    });
    expect(await plans.find('dongwan', 2026)).toBeUndefined();
  });

  it('is refused for a branch that nobody delivered', async () => {
    expect(await keep(aPlan({ branchId: 'nowhere' }))).toEqual({ ok: false, refusal: { code: 'unknown-branch', branchId: 'nowhere' } });
  });

  it('replaces the plan of the same year', async () => {
    await keep(aPlan());
    await keep(aPlan({ pledges: fourKinds('member-1') }));
    expect((await plans.find('dongwan', 2026))?.pledges).toHaveLength(4);
  });
});
