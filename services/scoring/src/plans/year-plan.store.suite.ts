import { expect, it } from '@jest/globals';
import { documentSuite, type Plantable } from '@jifen/test-kit';
import { library } from '../scheme-library/scheme-library.files.ts';
import { sourceOf } from '../scheme-library/scheme-library.ts';
import { type KeptYearPlan, storedPlan, type YearPlanStore } from './year-plan.store.ts';

const aPlan = (of: Partial<KeptYearPlan> = {}): KeptYearPlan => ({
  branchId: 'dongwan',
  year: 2026,
  policy: 'exact-70',
  ceilings: [600, 600, 600, 600, 600, 600, 600, 600, 600, 600, 500, 500],
  pledges: [{ id: 'pledge-1', memberId: 'member-1', kind: 'common', text: '承诺', dueMonths: [1, 10], weight: 1 }],
  refused: [{ memberId: 'member-2', code: 'no-pledges', facts: {} }],
  keptAt: 7,
  scheme: sourceOf(library, 'village-community'),
  ...of,
});

export function yearPlanStoreSuite(empty: () => Promise<YearPlanStore & Plantable>): void {
  documentSuite<YearPlanStore>(
    { make: empty, read: (plans) => plans.find('dongwan', 2026) },
    {
      collection: 'yearPlans',
      document: storedPlan(aPlan()),
      broken: { plan: undefined, 'plan.scheme': undefined, 'plan.scheme.format': 'jifen-scheme/9', 'plan.pledges.0.weight': '1' },
    },
  );

  it('keeps a plan whole, one for each branch and year', async () => {
    const plans = await empty();
    await plans.keep(aPlan());
    await plans.keep(aPlan({ year: 2027 }));
    expect(await plans.find('dongwan', 2026)).toEqual(aPlan());
    expect(await plans.find('xiwan', 2026)).toBeUndefined();
    const scheme = sourceOf(library, 'new-organisation');
    await plans.keep(aPlan({ branchId: 'xiwan', scheme }));
    expect((await plans.find('xiwan', 2026))?.scheme).toEqual(scheme);
  });

  it('replaces the plan of the same year, also when it is kept several times at once', async () => {
    const plans = await empty();
    await Promise.all([1, 2, 3, 4].map(() => plans.keep(aPlan({ pledges: [] }))));
    expect((await plans.find('dongwan', 2026))?.pledges).toEqual([]);
  });
}
