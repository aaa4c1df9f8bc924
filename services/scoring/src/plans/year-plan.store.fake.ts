import type { KeptYearPlan, YearPlanStore } from './year-plan.store.ts';

export function fakeYearPlanStore(): YearPlanStore {
  const plans = new Map<string, KeptYearPlan>();
  return {
    find: async (branchId, year) => structuredClone(plans.get(`${branchId}/${year}`)),
    async keep(plan) {
      plans.set(`${plan.branchId}/${plan.year}`, structuredClone(plan));
    },
  };
}
