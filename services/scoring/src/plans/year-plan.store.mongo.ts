import { type Connection, retryOnContention } from '@jifen/service-kit';
import { type Model, Schema } from 'mongoose';
import type { KeptYearPlan, YearPlanStore } from './year-plan.store.ts';

/** The plan is kept whole; the contract checked it on its way in. */
type StoredPlan = { _id: string; plan: unknown };

const planSchema = new Schema<StoredPlan>(
  { _id: { type: String, required: true }, plan: { type: Schema.Types.Mixed, required: true } },
  { collection: 'yearPlans', versionKey: false },
);

const planId = (branchId: string, year: number) => `${branchId}/${year}`;

export function mongoYearPlanStore(connection: Connection): YearPlanStore & { models: Model<StoredPlan>[] } {
  const plans = connection.model<StoredPlan>('YearPlan', planSchema);
  return {
    models: [plans],
    async find(branchId, year) {
      const found = await plans.findOne({ _id: planId(branchId, year) }).lean();
      return found?.plan as KeptYearPlan | undefined;
    },
    async keep(plan) {
      const _id = planId(plan.branchId, plan.year);
      await retryOnContention(() => plans.updateOne({ _id }, { $set: { plan } }, { upsert: true }));
    },
  };
}
