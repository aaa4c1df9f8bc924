import { pledgeKind, type YearPlan } from '@jifen/contracts';
import { scoringScheme } from '@jifen/contracts/schemes';
import type { ScoringScheme } from '@jifen/domain';
import { documentReader, plain } from '@jifen/service-kit';
import { z } from 'zod';

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

const text = z.string();
const number = z.number();

const plan: z.ZodType<KeptYearPlan> = z.object({
  branchId: text,
  year: number,
  policy: z.enum(['exact-70', 'six-capped']),
  ceilings: z.array(number).length(12),
  pledges: z.array(z.object({ id: text, memberId: text, kind: pledgeKind, text, dueMonths: z.array(number), weight: number })),
  refused: z.array(z.object({ memberId: text, code: text, facts: z.record(text, z.unknown()) })),
  keptAt: number,
  scheme: scoringScheme,
});

export const plans = documentReader(
  'yearPlans',
  z.object({ _id: text, plan }).transform((document): KeptYearPlan => document.plan),
);

export const planId = (branchId: string, year: number): string => `${branchId}/${year}`;
export const storedPlan = (kept: KeptYearPlan) => plain({ _id: planId(kept.branchId, kept.year), plan: kept });
