import type { YearPlan } from '@jifen/contracts';
import type { ScoringScheme } from '@jifen/domain';

/** Why a member's pledges could not be adopted (regulation 2-1, A15): their line stays open, the branch's plan goes on. */
export type RefusedPledges = { memberId: string; code: string; facts: Record<string, unknown> };

/** `pledges` holds only the lines that could be adopted. */
export type KeptYearPlan = YearPlan & {
  refused: RefusedPledges[];
  keptAt: number;
  /** The one in force in the year's first month, on whose components and band edges the plan rests. */
  scheme: ScoringScheme;
};

/** As much of it as a month is opened with. */
export type YearPlans = { find(branchId: string, year: number): Promise<(YearPlan & Pick<KeptYearPlan, 'scheme'>) | undefined> };

export type YearPlanStore = {
  find(branchId: string, year: number): Promise<KeptYearPlan | undefined>;
  /** Replaces the plan of that branch and year. */
  keep(plan: KeptYearPlan): Promise<void>;
};
