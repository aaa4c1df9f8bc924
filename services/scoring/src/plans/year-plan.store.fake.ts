import { type Plantable, readOnce } from '@jifen/test-kit';
import { planId, plans as stored, storedPlan, type YearPlanStore } from './year-plan.store.ts';

export function fakeYearPlanStore(): YearPlanStore & Plantable {
  const plans = new Map<string, object>();
  const reader = readOnce(stored);
  return {
    plant: async (document) => void plans.set(document._id, document),
    find: async (branchId, year) => reader.found(plans.get(planId(branchId, year))),
    async keep(plan) {
      plans.set(planId(plan.branchId, plan.year), storedPlan(plan));
    },
  };
}
