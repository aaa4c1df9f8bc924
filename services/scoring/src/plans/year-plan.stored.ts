import { pledgeKind } from '@jifen/contracts';
import { scoringScheme } from '@jifen/contracts/schemes';
import { documentReader, plain } from '@jifen/service-kit';
import { z } from 'zod';
import type { KeptYearPlan } from './year-plan.store.ts';

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
