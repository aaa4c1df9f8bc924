import type { YearPlan } from '@jifen/contracts';
import { monthOf, type Period, type ScoringScheme } from '@jifen/domain';

type TaskPolicy = YearPlan['policy'];

const sixEachMonth = { each: '[6,6]', step: '1' } as const;

/** A scheme with what the branch's year plan decides: ceilings that make 70, or six each month (A2). */
export function withPolicy(scheme: ScoringScheme, policy: TaskPolicy): ScoringScheme {
  if (policy === 'exact-70') return scheme;
  return { ...scheme, plans: (scheme.plans ?? []).map(({ id, title }) => ({ id, title, ...sixEachMonth })) };
}

/** What a year plan says of one month: its ceiling in hundredths, and the pledges that are due in it. */
export function planOfMonth({ ceilings, pledges }: Pick<YearPlan, 'ceilings' | 'pledges'>, month: Period) {
  const ceiling = ceilings[monthOf(month) - 1] ?? 0;
  return { ceiling, pledges: pledges.filter((pledge) => pledge.dueMonths.includes(monthOf(month))) };
}
