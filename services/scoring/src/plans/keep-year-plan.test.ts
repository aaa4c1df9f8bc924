import { beforeEach, describe, expect, it } from '@jest/globals';
import type { YearPlan } from '@jifen/contracts';
import { aBranchCard, aMemberCard } from '../cards/card.builders.ts';
import { fakeCardStore } from '../cards/card.store.fake.ts';
import type { CardStore } from '../cards/card.store.ts';
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
const keep = (plan: YearPlan) => keepYearPlan({ cards, plans, realNow: () => 7 }, plan);

describe('a year plan', () => {
  it('is kept with its pledges', async () => {
    expect(await keep(aPlan())).toEqual({ ok: true, value: { adopted: 5, refused: [] } });
    expect(await plans.find('dongwan', 2026)).toEqual({ ...aPlan(), refused: [], keptAt: 7 });
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
      refusal: { code: 'ceilings-do-not-sum', total: 7200, expected: 7000 },
    });
    expect(await plans.find('dongwan', 2026)).toBeUndefined();
    expect(await keep(aPlan({ ceilings, policy: 'six-capped' }))).toMatchObject({ ok: true });
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
