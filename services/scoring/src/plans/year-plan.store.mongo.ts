import { type Connection, retryOnContention } from '@jifen/service-kit';
import { type Model, Schema } from 'mongoose';
import { planId, plans as reader, storedPlan, type YearPlanStore } from './year-plan.store.ts';

type StoredPlan = { _id: string; plan: unknown };

const planSchema = new Schema<StoredPlan>(
  { _id: { type: String, required: true }, plan: { type: Schema.Types.Mixed, required: true } },
  { collection: 'yearPlans', versionKey: false },
);

export function mongoYearPlanStore(connection: Connection): YearPlanStore & { models: Model<StoredPlan>[] } {
  const plans = connection.model<StoredPlan>('YearPlan', planSchema);
  return {
    models: [plans],
    find: async (branchId, year) => reader.found(await plans.findOne({ _id: planId(branchId, year) }).lean<unknown>()),
    async keep(kept) {
      const { _id, plan } = storedPlan(kept);
      await retryOnContention(() => plans.updateOne({ _id }, { $set: { plan } }, { upsert: true }));
    },
  };
}
